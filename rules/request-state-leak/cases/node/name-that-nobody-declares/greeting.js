exports.greet = () => {
  region = 'eu'; // safe: every invocation stores the same
  return `Hello ${visitor} in ${region}`;
};
