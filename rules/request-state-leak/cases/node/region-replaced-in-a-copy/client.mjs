export async function connect({ region }) {
  return fetch(`https://${region}.example.com`);
}
