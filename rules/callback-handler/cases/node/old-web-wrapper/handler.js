const serverless = require('serverless-http');
const app = require('./app');

const inner = serverless(app);

// entry: hello
module.exports.hello = serverless(app); // expect: callback-handler error

// entry: helloFixed
module.exports.helloFixed = async (event, context) => inner(event, context); // fixed: a function of two parameters around it
