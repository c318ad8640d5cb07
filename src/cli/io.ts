/** What the command line gets from the process, and what it gives back. */

/** What the command line may use of the world. */
export interface Io {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Folder from which relative paths are meant. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Nothing at or above the limits was found. */
export const PASSED = 0;
/** Findings or a score over the limit. */
export const FOUND = 1;
/** The tool could not do what was asked. */
export const FAILED = 2;
