const { load } = require('./settings');

let settings;
let loading;

// entry: read
exports.read = () => {
  if (settings) return Promise.resolve(settings);
  return load().then((loaded) => {
    settings = loaded; // expect: unsafe-lazy-init note
    return settings;
  });
};

// entry: readOnce
exports.readOnce = () => {
  if (!loading) loading = load(); // fixed: the promise is kept in the turn of the look
  return loading.then((loaded) => loaded.name); // safe: only read
};
