function memoize(compute) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key)); // expect: shared-cache warning
    return known.get(key);
  };
}

const slug = memoize((title) => title.toLowerCase().replaceAll(' ', '-'));

export const handler = async (event) => {
  const perInvocation = new Map();
  perInvocation.set(event.title, 1); // safe: the map belongs to the invocation
  return slug(event.title);
};
