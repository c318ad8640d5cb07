const seen = { pages: 0, tables: 0, ranges: 0 };

export const counted = (): number => seen.pages;

async function* pagesOf(table: string): AsyncGenerator<readonly string[]> {
  let token: string | undefined;
  do {
    const response = await fetch(`https://example.com/${table}?token=${token}`);
    const body = (await response.json()) as { items: readonly string[]; token?: string };
    token = body.token;
    yield body.items;
  } while (token !== undefined);
}

export async function* itemsOf(table: string): AsyncGenerator<readonly string[]> {
  const before = seen.pages;
  yield* pagesOf(table);
  seen.pages = before + 1; // expect: lost-update error
  seen.tables += 1; // safe: one turn
}

/** A generator that is not asynchronous hands over to its caller only. */
export function* range(count: number): Generator<number> {
  const before = seen.ranges;
  for (let i = 0; i < count; i++) yield i;
  seen.ranges = before + 1; // safe: the spread drains it in one turn
}
