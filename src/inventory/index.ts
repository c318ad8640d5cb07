/** What the rest of the project sees of the inventory. */
export type * from './lambda-function.js';
export type { CodeBase, EntryResolution, EntryTarget } from './conventions/index.js';
export { findRepositoryRoot } from './files/repository-root.js';
export { declaredPackages, pinnedVersions, type DeclaredPackage } from './manifests/packages.js';
export { configuredPools, type ConfiguredPool } from './pools/configured-pools.js';
export { outlineOf } from './outline.js';
export { KeptReadings } from './templates/kept-readings.js';
export { requestedEntry, type RequestedEntry } from './requested-entry.js';
export { resolveEntry, takeEntries, type MissingEntry } from './resolve-entry.js';
export { withInlineCode } from './inline-project.js';
export { LAMBDA_WEB_ADAPTER } from './web-adapters.js';
export { routesBehind, type RouteQuery } from './routes.js';
export { openSourceProject, type ProjectFiles, type ProjectOptions } from './source-project.js';
export { takeInventory, type InventoryOptions } from './take-inventory.js';
