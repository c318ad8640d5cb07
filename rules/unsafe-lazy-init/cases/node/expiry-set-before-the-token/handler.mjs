const TEN_MINUTES = 600_000;
const early = { token: '', expires: 0 };
const late = { token: '', expires: 0 };

async function login(scope) {
  const response = await fetch(`https://auth.example.com/${scope}`, { method: 'POST' });
  return (await response.json()).access_token;
}

async function orders() {
  if (Date.now() > early.expires) {
    early.expires = Date.now() + TEN_MINUTES; // expect: unsafe-lazy-init error
    early.token = await login('orders'); // expect: cache-stampede warning
  }
  return early.token;
}

async function stock() {
  if (Date.now() > late.expires) {
    const token = await login('stock');
    late.token = token; // expect: cache-stampede warning
    late.expires = Date.now() + TEN_MINUTES; // safe: both in one turn
  }
  return late.token;
}

export const handler = async () => ({ authorized: (await orders()) !== '' && (await stock()) !== '' });
