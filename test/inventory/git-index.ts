/** Writes an index as Git does: https://git-scm.com/docs/index-format. */

export interface IndexShape {
  readonly version?: number;
  readonly idBytes?: number;
  /** Signatures of extensions, each with some bytes. */
  readonly extensions?: readonly string[];
  /** Modes of other things than files, by name. */
  readonly modes?: Readonly<Record<string, number>>;
}

/** An index of `names`, which are sorted by their bytes. */
export function indexOf(names: readonly string[], { version = 2, idBytes = 20, extensions = [], modes = {} }: IndexShape = {}): Buffer {
  const header = Buffer.from('DIRC\0\0\0\0\0\0\0\0');
  header.writeUInt32BE(version, 4);
  header.writeUInt32BE(names.length, 8);
  const entries = names.map((name, i) => entryOf(Buffer.from(name), Buffer.from(names[i - 1] ?? ''), { version, idBytes, mode: modes[name] ?? 0o100644 }));
  return Buffer.concat([header, ...entries, ...extensions.map(extensionOf), Buffer.alloc(idBytes, 7)]);
}

function entryOf(name: Buffer, before: Buffer, { version, idBytes, mode }: { readonly version: number; readonly idBytes: number; readonly mode: number }): Buffer {
  const stat = Buffer.alloc(40, 1);
  stat.writeUInt32BE(mode, 24);
  const extended = version === 3;
  const flags = Buffer.alloc(extended ? 4 : 2);
  flags.writeUInt16BE(Math.min(name.length, 0xfff) | (extended ? 0x4000 : 0));
  const head = Buffer.concat([stat, Buffer.alloc(idBytes, 9), flags]);
  if (version === 4) {
    const same = sameBytes(name, before);
    return Buffer.concat([head, dropping(before.length - same), name.subarray(same), Buffer.of(0)]);
  }
  return Buffer.concat([head, name, Buffer.alloc(8 - ((head.length + name.length) % 8))]);
}

function sameBytes(a: Buffer, b: Buffer): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) if (a[i] !== b[i]) return i;
  return end;
}

/** Seven bits in each byte, the highest first; each byte but the last counts one more than it says. */
function dropping(count: number): Buffer {
  const bytes = [count & 127];
  for (let rest = (count >> 7) - 1; rest >= 0; rest = (rest >> 7) - 1) bytes.unshift(128 | (rest & 127));
  return Buffer.from(bytes);
}

function extensionOf(signature: string): Buffer {
  const head = Buffer.from(`${signature}\0\0\0\0`);
  head.writeUInt32BE(5, 4);
  return Buffer.concat([head, Buffer.from('bytes')]);
}
