export async function lookup(sku) {
  const response = await fetch(`https://prices.example.com/${sku}`);
  return response.json();
}
