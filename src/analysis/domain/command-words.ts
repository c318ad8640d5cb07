/** Words of a command line that say what a program does. */

/** `-rf`, `-R`, `--recursive`: what is below goes too. */
export function isRecursiveOption(word: string): boolean {
  return /^-\w*[rR]|^--recursive$/.test(word);
}
