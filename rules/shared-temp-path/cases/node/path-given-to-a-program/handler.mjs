import { toMp3 } from './convert.mjs';

export const handler = async () => {
  await toMp3('/opt/media/intro.wav', '/tmp/intro.mp3');
  return 'converted';
};
