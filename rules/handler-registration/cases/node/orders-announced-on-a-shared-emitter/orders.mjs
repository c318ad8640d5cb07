export async function store(emitter, order) {
  await fetch('https://orders.example.com/', { method: 'PUT', body: order });
  emitter.emit('stored', order);
}
