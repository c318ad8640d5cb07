import { LRUCache } from 'lru-cache';
import axios from 'axios';

const rates = new LRUCache<string, number>({ max: 100 });
const pending = new LRUCache<string, Promise<number>>({ max: 100 });

async function fetchRate(currency: string): Promise<number> {
  const { data } = await axios.get(`https://rates.example.com/${currency}`);
  return data.rate;
}

export async function rate(currency: string): Promise<number> {
  const known = rates.get(currency);
  if (known !== undefined) return known;
  const fresh = await fetchRate(currency);
  rates.set(currency, fresh); // expect: cache-stampede warning
  return fresh;
}

export function rateOnce(currency: string): Promise<number> {
  let promise = pending.get(currency);
  if (!promise) {
    promise = fetchRate(currency);
    pending.set(currency, promise); // fixed: the promise is stored in the turn of the look-up
  }
  return promise;
}
