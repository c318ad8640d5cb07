export function format(text: string): string {
  return new Intl.ListFormat(format.locale).format([text]);
}
export namespace format {
  export let locale = 'en';
}
