import { everybody, guestList, join, leave } from './members';

export const handler = async (event: { isLeaving: boolean }): Promise<number> => {
  if (event.isLeaving) leave('me');
  else join('me');
  for (const member of everybody()) await fetch(`https://example.com/${member}`);
  for await (const guest of guestList()) await fetch(`https://example.com/${guest}`);
  return [...everybody()].length; // safe: taken in one turn
};
