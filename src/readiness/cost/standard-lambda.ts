/** What a month of standard Lambda costs. */
import { DURATION_TIERS, FREE_TIER, PER_REQUEST, STANDARD_SAVINGS_PLAN, type Architecture } from './prices.js';

/** The traffic of a month. */
export interface Traffic {
  readonly requests: number;
  /** Of one request. */
  readonly seconds: number;
}

export interface StandardFunction {
  readonly architecture: Architecture;
  /** MB. */
  readonly memory: number;
}

export interface StandardCost {
  readonly requests: number;
  readonly duration: number;
  readonly total: number;
  /** With a Compute Savings Plan, which leaves the price of requests as it is. */
  readonly withSavingsPlan: number;
}

export function standardCost(traffic: Traffic, { architecture, memory }: StandardFunction, freeTier = false): StandardCost {
  const gbSeconds = traffic.requests * traffic.seconds * (memory / 1024);
  const requests = Math.max(0, traffic.requests - (freeTier ? FREE_TIER.requests : 0)) * PER_REQUEST;
  const duration = durationCost(Math.max(0, gbSeconds - (freeTier ? FREE_TIER.gbSeconds : 0)), architecture);
  return { requests, duration, total: requests + duration, withSavingsPlan: requests + duration * (1 - STANDARD_SAVINGS_PLAN) };
}

/** Dollars for so many GB-seconds of a month, tier by tier. */
export function durationCost(gbSeconds: number, architecture: Architecture): number {
  let from = 0;
  let cost = 0;
  for (const { upTo, perGbSecond } of DURATION_TIERS[architecture]) {
    if (gbSeconds <= from) break;
    cost += (Math.min(gbSeconds, upTo) - from) * perGbSecond;
    from = upTo;
  }
  return cost;
}

/** GB-seconds that so many dollars buy: the inverse of `durationCost`. */
export function gbSecondsFor(dollars: number, architecture: Architecture): number {
  let from = 0;
  let left = dollars;
  for (const { upTo, perGbSecond } of DURATION_TIERS[architecture]) {
    const tier = (upTo - from) * perGbSecond;
    if (left <= tier) return from + left / perGbSecond;
    left -= tier;
    from = upTo;
  }
  return from;
}
