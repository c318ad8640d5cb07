/** An entry point as people name it: `src/orders.ts#handler`. */

/** FILE relative to the project's root; without a symbol every entry point that is detected in the file. */
export interface RequestedEntry {
  readonly file: string;
  readonly symbol?: string;
}

/** Reads `FILE` or `FILE#SYMBOL`, which is split at the last `#`. */
export function requestedEntry(text: string): RequestedEntry {
  const cut = text.lastIndexOf('#');
  return cut < 0 ? { file: text } : { file: text.slice(0, cut), symbol: text.slice(cut + 1) };
}
