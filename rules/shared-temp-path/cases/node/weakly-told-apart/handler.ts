import { createWriteStream } from 'node:fs';

let next = 0;

// entry: byTime
export const byTime = async () => createWriteStream(`/tmp/audio-${Date.now()}.wav`).path; // expect: shared-temp-path warning

// entry: byProcess
export const byProcess = async () => createWriteStream(`/tmp/audio-${process.pid}.wav`).path; // expect: shared-temp-path error

// entry: byCounter
export const byCounter = async () => {
  next += 1;
  // Every worker begins at one.
  return createWriteStream(`/tmp/audio-${next}.wav`).path; // expect: shared-temp-path error
};

// entry: byChance
// expect: temp-file-growth note
export const byChance = async () => createWriteStream(`/tmp/audio-${Math.random()}.wav`).path; // safe: 52 random bits
