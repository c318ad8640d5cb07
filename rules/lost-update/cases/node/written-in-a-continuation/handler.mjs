import { lookup } from './prices.mjs';

let revenue = 0;
let orders = 0;
let discount = 0;

// entry: add
export function add(event) {
  const before = revenue;
  return lookup(event.sku).then((price) => {
    revenue = before + price; // expect: lost-update error
    orders += 1; // safe: read and written in the continuation
    return orders;
  });
}

// entry: reduce
export function reduce(event) {
  return lookup(event.sku)
    .then((price) => ({ price, before: discount }))
    .then(({ price, before }) => {
      // What one continuation has read is outdated in the next.
      discount = before + price / 10; // expect: lost-update error
    });
}

// entry: addFixed
export function addFixed(event) {
  return lookup(event.sku).then((price) => {
    revenue = revenue + price; // fixed: read where it is written
  });
}
