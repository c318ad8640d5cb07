/** Names of modules against the package or namespace that they may belong to. */

/** Whether `module` is `name`, or lies below it: `PIL.Image` below `PIL`, `@aws-sdk/client-s3` below `@aws-sdk`. */
export function isModuleOf(module: string, name: string): boolean {
  return module === name || module.startsWith(`${name}.`) || module.startsWith(`${name}/`);
}
