module.exports = {
  count: 0,
  size: 0,
  async load() {
    const before = module.exports.size;
    const response = await fetch('https://example.com');
    module.exports.size = before + 1; // expect: lost-update error
    return response.status;
  },
};
