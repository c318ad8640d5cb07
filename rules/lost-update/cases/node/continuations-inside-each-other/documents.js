exports.load = (id) => fetch(`https://example.com/${id}`).then((response) => response.json());
exports.save = (document) => fetch('https://example.com', { method: 'PUT', body: JSON.stringify(document) });
