/** Names for what a snippet declares, made of the names that functions have. */

const MAX_LENGTH = 48;

/** A source of names: letters and digits, a capital first, each given once. */
export function openNames(): (name: string) => string {
  const given = new Set<string>();
  return (name) => {
    const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    const joined = words.join('');
    const wanted = (/^[A-Z]/.test(joined) ? joined : `Function${joined}`).slice(0, MAX_LENGTH);
    let unique = wanted;
    for (let count = 2; given.has(unique.toLowerCase()); count++) unique = `${wanted}${count}`;
    given.add(unique.toLowerCase());
    return unique;
  };
}

/** `OrdersApi` → `orders_api`. */
export function snakeCase(id: string): string {
  return id.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
}

/** `OrdersApi` → `ordersApi`. */
export function camelCase(id: string): string {
  return id.charAt(0).toLowerCase() + id.slice(1);
}
