export async function send(batch) {
  await fetch('https://example.com', { method: 'POST', body: JSON.stringify(batch) });
}
