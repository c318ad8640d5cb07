import { Room } from './rooms';

const room = new Room();

export const handler = async (event: { url: string; kind: 'join' | 'leave' | 'announce'; text: string }): Promise<void> => {
  if (event.kind === 'join') room.join(event.url);
  else if (event.kind === 'leave') room.leave(event.url);
  else {
    await room.announce(event.text);
    await room.invite(event.text);
    await room.remind(event.text);
  }
};
