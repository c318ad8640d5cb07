import { HalfCopiedRequest, OwnRequest, SharedRequest } from './requests.js';

interface Wanted {
  readonly token: string;
  readonly url: string;
}

// entry: shared
export const shared = (event: Wanted) => new SharedRequest().authorize(event.token).send(event.url);

// entry: half
export const half = (event: Wanted) => new HalfCopiedRequest().authorize(event.token).send(event.url);

// entry: own
export const own = (event: Wanted) => new OwnRequest().authorize(event.token).send(event.url); // safe: headers of this request
