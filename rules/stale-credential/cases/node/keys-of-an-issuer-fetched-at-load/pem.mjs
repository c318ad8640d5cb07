import { createPublicKey } from 'node:crypto';

export function pemOf(jwk) {
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
}
