/**
 * The line fingerprint of GitHub code scanning (`primaryLocationLineHash`): a 64-bit hash over the 100 UTF-16 code units that
 * start at the line, without spaces and tabs and with every line end as LF, followed by how often that hash has occurred in the
 * file so far. Alerts keep their identity across commits only when it equals what the upload action computes.
 * https://github.com/github/codeql-action (src/fingerprints.ts)
 */

const BLOCK = 100;
const MULTIPLIER = 37;
const END_OF_FILE = 65535;
const [TAB, LF, CR, SPACE] = [9, 10, 13, 32];

/** The fingerprints of all lines of `text`; index 0 is line 1. */
export function lineHashes(text: string): readonly string[] {
  const { units, lineStarts } = normalise(text);
  const seen = new Map<string, number>();
  return lineStarts.map((start) => {
    const hash = hashFrom(units, start);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** The code units that count, and where among them each line starts. A line starts at its first unit that counts. */
function normalise(text: string): { units: Uint16Array; lineStarts: number[] } {
  const units = new Uint16Array(text.length + 1);
  const lineStarts: number[] = [];
  let length = 0;
  let atLineStart = true;
  let afterCr = false;
  for (let i = 0; i <= text.length; i++) {
    const unit = i === text.length ? END_OF_FILE : text.charCodeAt(i);
    const skipped: boolean = unit === SPACE || unit === TAB || (afterCr && unit === LF);
    afterCr = !skipped && unit === CR;
    if (skipped) continue;
    if (atLineStart) lineStarts.push(length);
    const kept = unit === CR ? LF : unit;
    atLineStart = kept === LF;
    units[length++] = kept;
  }
  return { units: units.subarray(0, length), lineStarts };
}

/** Horner's scheme modulo 2^64 in two halves of 32 bits, which is several times faster than with BigInt. */
function hashFrom(units: Uint16Array, start: number): string {
  let high = 0;
  let low = 0;
  for (let i = start; i < start + BLOCK; i++) {
    const product = low * MULTIPLIER + (units[i] ?? 0);
    low = product >>> 0;
    high = (Math.imul(high, MULTIPLIER) + Math.floor(product / 2 ** 32)) >>> 0;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
