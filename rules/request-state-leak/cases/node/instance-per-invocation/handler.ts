import { DocumentRequest } from './service.js';

export const handler = async (event: { user: string; key: string }) => {
  const request = new DocumentRequest(event.user); // fixed: one instance for each invocation
  return request.open(event.key);
};
