/** Calls `make` once and gives everybody what it returned. */
export const once = (make) => {
  let made;
  return (...args) => (made ??= make(...args)); // expect: request-state-leak error
};

// fixed: one result for each argument
export const perArgument = (make) => {
  const made = new Map();
  return (argument) => {
    if (made.size > 500) made.clear();
    if (!made.has(argument)) made.set(argument, make(argument));
    return made.get(argument);
  };
};
