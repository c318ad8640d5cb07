export * from './tenant.js';
export { withTenant } from './arguments.js';
