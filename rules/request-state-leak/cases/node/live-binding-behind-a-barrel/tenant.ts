export let tenant = '';
export let requests = 0;

export function setTenant(name: string): void {
  requests += 1; // safe: one turn
  tenant = name; // expect: request-state-leak error
}
