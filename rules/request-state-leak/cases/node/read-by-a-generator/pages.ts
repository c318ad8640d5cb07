let tenant = '';
let size = 0;

export function select(name: string, count: number): void {
  tenant = name; // expect: request-state-leak error
  size = count; // safe: read in the turn in which it was set
}

export const half = (): number => size / 2;

export async function* pages(): AsyncGenerator<unknown> {
  for (let page = 0; page < 3; page++) {
    const response = await fetch(`https://example.com/${tenant}/${page}`);
    yield await response.json();
  }
}

export async function* pagesOf(name: string): AsyncGenerator<unknown> {
  const response = await fetch(`https://example.com/${name}`); // fixed: handed to the generator
  yield await response.json();
}
