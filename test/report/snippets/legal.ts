/** Rules that settings of managed instances obey and no schema knows. */
import { expect } from 'vitest';

export interface Settings {
  /** MB. */
  readonly memory: number;
  /** GiB per vCPU. */
  readonly ratio: number;
  readonly concurrency: number;
  readonly min: number;
  readonly max: number;
  /** MB. */
  readonly storage: number;
  readonly architecture: string;
  /** Of the capacity provider that the snippet makes. */
  readonly providerArchitecture?: string;
}

export function expectLegal({ memory, ratio, concurrency, min, max, storage, architecture, providerArchitecture = architecture }: Settings): void {
  const vcpus = memory / 1024 / ratio;
  expect([2, 4, 8]).toContain(ratio);
  expect(memory).toBeGreaterThanOrEqual(2048);
  expect(memory).toBeLessThanOrEqual(32_768);
  expect(vcpus).toBe(Math.round(vcpus));
  expect(concurrency).toBeGreaterThanOrEqual(1);
  expect(concurrency).toBeLessThanOrEqual(Math.min(1600, 64 * vcpus));
  expect(min).toBeGreaterThanOrEqual(1);
  expect(max).toBeGreaterThanOrEqual(min);
  expect(storage).toBeGreaterThanOrEqual(512);
  expect(architecture).toBe(providerArchitecture);
}
