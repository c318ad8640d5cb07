import { Tokens } from './tokens.mjs';

const tokens = new Tokens();

export const handler = async () => {
  const first = await tokens.get();
  const second = await tokens.shared();
  return { authorized: first !== '' && second !== null };
};
