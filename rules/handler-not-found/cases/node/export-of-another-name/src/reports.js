module.exports = require('shop-reports');
