const sockets = new Map();
const rooms = new Map();

export function join(id, url) {
  sockets.set(id, url);
  rooms.set(id, url);
}

export function leave(id) {
  sockets.delete(id);
  rooms.delete(id);
}

export async function broadcast() {
  for (const url of sockets.values()) { // expect: unsafe-iteration error
    await fetch(url, { method: 'POST' });
  }
}

export async function announce() {
  for (const url of [...rooms.values()]) { // fixed: a copy that nobody changes
    await fetch(url, { method: 'PUT' });
  }
}

export function count() {
  let open = 0;
  for (const url of sockets.values()) open += url ? 1 : 0; // safe: one turn from the first step to the last
  return open;
}
