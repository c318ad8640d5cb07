export const enum Slot { Tenant = 'tenant', Currency = 'currency' }
