import { half, pages, pagesOf, select } from './pages';

export const handler = async (event: { tenant: string; count: number }): Promise<unknown[]> => {
  select(event.tenant, event.count);
  const found: unknown[] = [half()];
  for await (const page of pages()) found.push(page);
  for await (const page of pagesOf(event.tenant)) found.push(page);
  return found;
};
