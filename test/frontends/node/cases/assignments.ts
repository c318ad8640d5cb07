let count = 0;
let total: number;
var label = 'none';
const limits = { low: 1, 'very-high': 9 };

export function update(order: { items: number[]; price?: number }, { id, tags: [first, ...others] = [], ...rest }: any, factor = 2): number {
  count++;
  const before = count--;
  total = order.price ?? 0;
  total += order.items.length * factor;
  limits.low ||= before;
  limits['very-high'] &&= factor;
  label += `-${id}`;
  let a = first, b = others;
  [a, b] = [b, a];
  ({ a, nested: { b = rest } } = rest);
  order.items[count] = ++limits.low;
  delete limits['very-high'];
  return (a = b), a;
}
