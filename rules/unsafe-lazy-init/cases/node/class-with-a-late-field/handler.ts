import { Repository } from './repository.js';

const repository = new Repository();

export const handler = async (event: { code: string }) => {
  await repository.init();
  return repository.name(event.code);
};
