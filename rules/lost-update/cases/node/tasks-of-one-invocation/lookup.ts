export async function lookup(id: string): Promise<string[]> {
  const response = await fetch(`https://example.com/${id}`);
  return (await response.json()) as string[];
}
