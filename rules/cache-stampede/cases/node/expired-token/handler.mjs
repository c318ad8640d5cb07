const TEN_MINUTES = 600_000;
const state = { token: undefined, expires: 0 };
const sizes = { index: undefined };

async function login() {
  const response = await fetch('https://auth.example.com/token', { method: 'POST' });
  return (await response.json()).access_token;
}

export const handler = async () => {
  if (Date.now() > state.expires) {
    state.token = await login(); // expect: cache-stampede warning
    state.expires = Date.now() + TEN_MINUTES;
  }
  if (sizes.index === undefined) sizes.index = Buffer.byteLength('index'); // safe: computed in the turn of the check
  return { authorized: state.token !== undefined, size: sizes.index };
};
