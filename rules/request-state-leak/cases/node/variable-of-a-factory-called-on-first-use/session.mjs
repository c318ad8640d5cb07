export function makeSession() {
  let user;
  return {
    greet: async (name) => {
      user = name; // expect: request-state-leak error
      await fetch('https://example.com/visits', { method: 'POST' });
      return `Hello ${user}`;
    },
  };
}
