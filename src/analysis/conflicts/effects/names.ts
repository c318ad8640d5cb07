/** Names of libraries as people say them. */

/** Without the namespace of the class: `System.exit` for `java.lang.System.exit`. */
export function shortName(name: string): string {
  const parts = name.split('.');
  return /^[A-Z]/.test(parts.at(-2) ?? '') ? parts.slice(-2).join('.') : name;
}
