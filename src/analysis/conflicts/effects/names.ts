/** Names of libraries as people say them. */

/** What is made or called there, without a long namespace: `HikariDataSource` for its constructor, `pg.Pool` as it is, `DriverManager.getConnection`. */
export function madeName(name: string): string {
  if (!name.endsWith('.<constructor>')) return shortName(name);
  const parts = name.split('.').slice(0, -1);
  return parts.length > 2 ? (parts.at(-1) ?? name) : parts.join('.');
}

/** Without the namespace of the class: `System.exit` for `java.lang.System.exit`. */
export function shortName(name: string): string {
  const parts = name.split('.');
  return /^[A-Z]/.test(parts.at(-2) ?? '') ? parts.slice(-2).join('.') : name;
}
