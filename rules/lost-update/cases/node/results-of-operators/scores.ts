export async function scoreOf(id: string): Promise<number> {
  const response = await fetch(`https://scores.example.com/${id}`);
  const { score } = (await response.json()) as { score: number };
  return score;
}

export async function nameOf(id: string): Promise<string> {
  const response = await fetch(`https://names.example.com/${id}`);
  return response.statusText;
}
