export async function fee(kind) {
  const response = await fetch(`https://fees.example.com/${kind}`);
  const { amount } = await response.json();
  return amount;
}
