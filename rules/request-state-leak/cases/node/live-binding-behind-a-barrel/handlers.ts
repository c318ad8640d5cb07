import { requests, setTenant, tenant, withTenant } from './index.js';

interface Wanted {
  readonly tenant: string;
  readonly url: string;
}

// entry: handler
export const handler = async (event: Wanted) => {
  setTenant(event.tenant);
  const response = await fetch(event.url);
  return `${tenant} ${response.status} ${requests}`;
};

// entry: fixed
export const fixed = (event: Wanted) => withTenant(event.tenant, event.url);
