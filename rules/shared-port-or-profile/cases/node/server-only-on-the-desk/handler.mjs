import { createServer } from 'node:http';

if (!process.env.AWS_LAMBDA_FUNCTION_NAME) {
  createServer((request, response) => response.end('ok')).listen(3000); // safe: not where the function runs
}

export const handler = async () => 'ok';
