export async function weigh(item) {
  const response = await fetch(`https://weights.example.com/${item}`);
  const { weight } = await response.json();
  return weight;
}
