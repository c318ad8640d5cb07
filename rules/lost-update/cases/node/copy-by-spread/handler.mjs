import { shared } from './shared.mjs';

// entry: flat
export const flat = async () => {
  const copy = { ...shared.flat };
  await fetch('https://example.com');
  copy.count += 1; // safe: a copy
  return copy;
};

// entry: deep
export const deep = async () => {
  // Only the top level is copied.
  const copy = { ...shared };
  const before = copy.deep.count;
  await fetch('https://example.com');
  copy.deep.count = before + 1; // expect: lost-update error
};

// entry: replaced
export const replaced = async () => {
  const { count } = shared.flat;
  const response = await fetch('https://example.com');
  shared.flat = { ...shared.flat, count: shared.flat.count + response.status }; // fixed: read and replaced in one turn
  return count;
};
