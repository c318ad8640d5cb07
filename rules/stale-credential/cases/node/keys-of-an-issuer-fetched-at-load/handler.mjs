// entry: handler
// entry: verified
import axios from 'axios';
import jwt from 'jsonwebtoken';
import jwksClient from 'jwks-rsa';
import { pemOf } from './pem.mjs';

const { data } = await axios.get(`${process.env.ISSUER}/.well-known/jwks.json`);
const keys = data.keys; // expect: stale-credential warning

// fixed: it fetches keys that it does not have
const client = jwksClient({ jwksUri: `${process.env.ISSUER}/.well-known/jwks.json`, cache: true, rateLimit: true });

export const handler = async (event) => {
  const { header } = jwt.decode(event.token, { complete: true });
  const key = keys.find((candidate) => candidate.kid === header.kid);
  return jwt.verify(event.token, pemOf(key), { algorithms: ['RS256'] });
};

export const verified = async (event) => {
  const { header } = jwt.decode(event.token, { complete: true });
  const key = await client.getSigningKey(header.kid);
  return jwt.verify(event.token, key.getPublicKey(), { algorithms: ['RS256'] });
};
