export class Store {
  tenant = '';

  async load(url: string): Promise<string> {
    const response = await fetch(url);
    return `${this.tenant} ${response.status}`;
  }
}

export class Orders {
  constructor(private readonly store: Store) {}

  async list(tenant: string, url: string): Promise<string> {
    this.store.tenant = tenant; // expect: request-state-leak error
    return this.store.load(url);
  }
}

export class Invoices {
  constructor(private readonly store: { load(tenant: string, url: string): Promise<string> }) {}

  list(tenant: string, url: string): Promise<string> {
    return this.store.load(tenant, url); // fixed: the tenant is an argument
  }
}
