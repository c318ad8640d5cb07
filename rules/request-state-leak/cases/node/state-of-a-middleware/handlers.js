const middy = require('@middy/core');
const { Audit, keptByTheMiddleware, keptByTheRequest } = require('./tenant');

const load = async (event) => ({ statusCode: 200, body: await (await fetch(event.url)).text() });

// entry: kept
exports.kept = middy(load).use([keptByTheMiddleware(), new Audit()]);

// entry: passedOn
exports.passedOn = middy(load).use(keptByTheRequest());
