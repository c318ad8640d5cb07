import { createServer } from 'node:http';

createServer((request, response) => {
  response.end(JSON.stringify({ shop: request.url }));
}).listen(8080);
