import { setTimeout as wait } from 'node:timers/promises';

const DEFAULTS = { from: 'shop@example.com', priority: 'normal' };
const HEADERS = { 'content-type': 'application/json' };

/** The defaults take up the receiver, and all mails are one object. */
export async function send(mail) {
  const options = Object.assign(DEFAULTS, { to: mail.to, text: mail.text }); // expect: request-state-leak error
  await wait(5);
  return fetch('https://mail.example.com', { method: 'POST', body: JSON.stringify(options) });
}

/** fixed: the first argument is an object of this call. */
export async function sendFixed(mail) {
  const options = Object.assign({}, DEFAULTS, { to: mail.to, text: mail.text });
  await wait(5);
  return fetch('https://mail.example.com', { method: 'POST', body: JSON.stringify(options) });
}

/** safe: what is assigned is written out before anybody else runs. */
export function headersFor(trace) {
  const headers = Object.assign(HEADERS, { 'x-trace': trace });
  return JSON.stringify(headers);
}
