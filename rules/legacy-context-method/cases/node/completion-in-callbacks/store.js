exports.read = function (table, callback) {
  fetch(`https://store.example.com/${table}`).then((response) => response.json()).then((rows) => callback(null, rows), callback);
};
