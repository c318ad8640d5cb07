import { createServer } from 'node:http';

const serve = (page, port) => createServer((request, response) => response.end(page)).listen(port); // expect: shared-port-or-profile error

// entry: handler
export const handler = async (event) => {
  const server = serve(event.page, 4100);
  const answer = await fetch('http://localhost:4100/');
  server.close();
  return answer.text();
};

// entry: anywhere
export const anywhere = async (event) => {
  const server = createServer((request, response) => response.end(event.page)).listen(0); // fixed: any free port
  const answer = await fetch(`http://localhost:${server.address().port}/`);
  server.close();
  return answer.text();
};
