/** Money and amounts as they are printed. */

/** `$1,234.56` */
export function dollars(amount: number): string {
  return `$${amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
}

/** `100 M`, `2.5 B`, `900` */
export function requestsText(requests: number): string {
  const [value, unit] = requests >= 1e9 ? [requests / 1e9, ' B'] : requests >= 1e6 ? [requests / 1e6, ' M'] : requests >= 1e3 ? [requests / 1e3, ' k'] : [requests, ''];
  return `${Number(value.toPrecision(3))}${unit}`;
}
