const regions = new Set(['eu', 'us']);
const waiting: string[] = [];

export const handler = async (event: { ids: string[] }): Promise<void> => {
  const todo = new Set(event.ids);
  for (const id of todo) { // safe: a collection of the invocation
    await fetch(`https://example.com/${id}`);
    todo.delete(id);
  }
  for (const region of regions) await fetch(`https://${region}.example.com`); // safe: nobody changes it
  waiting.push('job');
  while (waiting.length > 0) {
    const job = waiting.shift(); // safe: taken out in one turn
    await fetch(`https://example.com/${job}`);
  }
};
