const USER = Symbol('user');
const held: Record<symbol, string | undefined> = {};

interface Visit {
  readonly user: string;
  readonly url: string;
}

// entry: own
export const own = async (event: Visit) => {
  const key = Symbol('user');
  held[key] = event.user; // safe: each invocation makes another symbol
  try {
    const response = await fetch(event.url);
    return `${held[key]} ${response.status}`;
  } finally {
    delete held[key];
  }
};

// entry: shared
export const shared = async (event: Visit) => {
  held[USER] = event.user; // expect: request-state-leak error
  const response = await fetch(event.url);
  return `${held[USER]} ${response.status}`;
};
