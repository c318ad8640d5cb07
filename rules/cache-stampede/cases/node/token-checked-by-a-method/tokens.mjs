async function login(scope) {
  const response = await fetch(`https://auth.example.com/${scope}`, { method: 'POST' });
  return response.json();
}

export class Tokens {
  current = null;
  pending = null;

  isValid() {
    return this.current !== null && this.current.expires > Date.now();
  }

  async get() {
    if (!this.isValid()) this.current = await login('orders'); // expect: cache-stampede warning
    return this.current.value;
  }

  shared() {
    if (this.pending === null || this.pending.expires < Date.now()) {
      this.pending = { expires: Date.now() + 60_000, token: login('stock') }; // fixed: who comes second waits for the same promise
    }
    return this.pending.token;
  }
}
