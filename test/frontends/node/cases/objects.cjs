const key = 'dynamic';
const service = {
  cache: {},
  [key]: 1,
  'x-y': [1, , 3],
  get size() { return Object.keys(this.cache).length; },
  set size(n) { this.cache = n; },
  async load(id) { return (this.cache[id] ??= await fetch(id)); },
  nested: { find: function (id) { return () => this.find(id); } },
  ...require('./other'),
};
function Legacy(name) { this.name = name; Legacy.count = (Legacy.count || 0) + 1; }
Legacy.prototype.greet = function () { return this.name; };
module.exports.handler = async (event) => {
  const legacy = new Legacy(event.name);
  return [service.load(event.id), service.size, legacy.greet(), new.target, Legacy.count];
};
