export async function price(item) {
  const response = await fetch(`https://prices.example.com/${item}`);
  const { value } = await response.json();
  return value;
}
