/** How figures are put into words. */

/** A share as people read it. It rounds down, so that 100 % means all. */
export function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** With a capital, unless it begins with a name (`com.acme.Orders`, `src/orders.ts`), and a final period. */
export function sentence(text: string): string {
  const begin = /^[a-z]+(?![\w.:/\\-])/.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
  return `${begin}${/[.!?]$/.test(text) ? '' : '.'}`;
}

/** `1 error`, `2 errors`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
