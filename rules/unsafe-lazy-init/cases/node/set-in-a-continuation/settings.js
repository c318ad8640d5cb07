exports.load = () => fetch('https://settings.example.com').then((response) => response.json());
