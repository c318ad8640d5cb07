export async function rated(amount: number): Promise<number> {
  return amount * 1.1;
}
