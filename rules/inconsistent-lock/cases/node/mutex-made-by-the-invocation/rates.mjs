export async function rated(amount) {
  return amount * 1.1;
}
