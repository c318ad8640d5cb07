/** What texts and names are made of, and what makes them differ. */

/** How the result follows from the arguments when it is a text or path. */
export type TextResult =
  /** The argument's text (`Paths.get(x)`, `new File(x)`, `toString`). */
  | 'same'
  /** Path segments put together with a separator. */
  | 'join'
  /** Plain concatenation of all arguments. */
  | 'concat'
  /** The first argument is a format (`%s`, `{}`, `{0}`), the others fill it. */
  | 'format'
  /** Last path segment: a different directory no longer tells two apart. */
  | 'basename' | 'dirname' | 'extension'
  /** The elements of a list (receiver, or one of the arguments) with a separator between them. */
  | 'joined'
  /** A list of the pieces between separators (first argument): segments of a path where the separator is a slash. */
  | 'segments'
  /** A collection of the arguments (`List.of(a, b)`), each of which is an element. */
  | 'list'
  /** A map of the arguments, which are a key, its value, the next key (`Map.of(k, v)`). */
  | 'pairs'
  /** Some of the characters: uniqueness is lost unless enough remain. */
  | 'slice'
  /** A list of two: the path without its ending, and the ending. */
  | 'stem-and-extension'
  /** Numbers from a fixed start (`range`), or pairs of such a number and an element (`enumerate`). */
  | 'count' | 'counted'
  /** Deterministic function of the text (`replace`, `lower`, hash): as unique as its input. */
  | 'derived'
  /** A name of its own, called after the argument: the same one for all that use it, when it is made before the invocations. */
  | 'own-name';

export type UniqueSource =
  /** Random; `bits` says how much. */
  | 'random'
  /** Differs for each invocation of an environment (request id). */
  | 'request-id'
  /** A name that the operating system guarantees to be new, already created. */
  | 'created-file' | 'created-directory'
  /** New by name only; another may take it before it is created (tempfile.mktemp). */
  | 'unreserved-name'
  | 'process-id' | 'thread-id' | 'time' | 'counter';

/** What makes a value differ between overlapping invocations, and by how much. */
export interface Uniqueness {
  readonly source: UniqueSource;
  /** Random bits of the result; absent when nothing says how many. */
  readonly bits?: number;
  /** What has this name goes away by itself when it is closed or no longer used. */
  readonly removed?: boolean;
  /** It stays where this keyword argument is false. */
  readonly removedUnless?: string;
  /** Random bits in each character of the result's usual text; a hexadecimal digit's 4 when absent. */
  readonly perCharacter?: number;
  /** Bits that depend on a number that is passed (`randomBytes(16)`: 8 each); `bits` holds when it is left out or unknown. */
  readonly bitsFrom?: { readonly argument: number; readonly each: number };
  /** Arguments between which a random number lies: its bits are the logarithm of their distance. `from` absent: 0. */
  readonly range?: { readonly from?: number; readonly to: number };
}
