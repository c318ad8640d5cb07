import { guardedToken, openToken } from './tokens';

export const handler = async (event: { tenant: 'east' | 'west' }): Promise<number> => {
  const tokens = [await guardedToken(event.tenant), await openToken(event.tenant)];
  return tokens.length;
};
