import { createServer } from 'node:http';

createServer((request, response) => {
  response.end(JSON.stringify({ desk: request.url }));
}).listen(8080);
