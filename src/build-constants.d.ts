/** Values that scripts/build.mjs and vitest.config.ts put into the code. */

/** The package's version. */
declare const __REENTRANT_VERSION__: string;
/** True in `dist/`, where assets lie beside the bundle; false when sources run under vitest. */
declare const __REENTRANT_BUNDLED__: boolean;
