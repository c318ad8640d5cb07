const members = new Set<string>();
const guests = new Set<string>();

export const join = (name: string): void => {
  members.add(name);
  guests.add(name);
};

export const leave = (name: string): void => {
  members.delete(name);
  guests.delete(name);
};

/** Whoever asks for the next one may have waited in between. */
export function* everybody(): Generator<string> {
  for (const member of members) yield member; // misses: unsafe-iteration error the consumer of the generator waits between its steps
}

export async function* guestList(): AsyncGenerator<string> {
  for (const guest of guests) yield guest; // expect: unsafe-iteration error
}
