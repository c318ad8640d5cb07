import { linkOn, linkTo, rememberHost } from './links.js';

interface Call {
  readonly headers: Record<string, string>;
  readonly image: string;
}

const secret = async (): Promise<string> => (await fetch('http://localhost:2773/secretsmanager/get?secretId=signing')).text();

// entry: handler
export const handler = async (event: Call) => {
  rememberHost(event);
  process.env.SIGNING_KEY ??= await secret(); // expect: process-global-mutation note
  const size = await fetch(event.image, { method: 'HEAD' });
  return { link: linkTo(event.image), size: size.headers.get('content-length') };
};

// entry: handlerFixed
export const handlerFixed = async (event: Call) => {
  const size = await fetch(event.image, { method: 'HEAD' });
  return { link: linkOn(event.headers['x-forwarded-host'] ?? '', event.image), size: size.headers.get('content-length') }; // fixed: the host goes with the call
};
