import { count } from './counters.js';
import { reserve, reserveAlone } from './redis.js';

// entry: book
export const book = (event: { seat: string }) => reserve(event.seat);

// entry: bookFixed
export const bookFixed = async (event: { seat: string }) => [await reserveAlone(event.seat), await count(event.seat)];
