/**
 * Bytes to text: UTF-8 with or without byte order mark, UTF-16 with one, Latin-1 as a named fallback; binary data is refused.
 * Lines that end with CR alone end with LF, since not every grammar knows the former.
 */

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly fallback?: 'Latin-1' }
  | { readonly kind: 'binary' };

/** A NUL byte this far into a file makes it binary, as git sees it. */
const SNIFFED_BYTES = 8000;

/** The text of `bytes`. */
export function decodeText(bytes: Uint8Array): Decoded {
  const decoded = decode(bytes);
  if (decoded.kind === 'binary' || !decoded.text.includes('\r') || decoded.text.includes('\n')) return decoded;
  return { ...decoded, text: decoded.text.replaceAll('\r', '\n') };
}

function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { kind: 'text', text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { kind: 'text', text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.subarray(0, SNIFFED_BYTES).includes(0)) return { kind: 'binary' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'text', text: new TextDecoder('latin1').decode(bytes), fallback: 'Latin-1' };
  }
}
