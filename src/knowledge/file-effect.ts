/** What calls do to files. */

/** What happens to a file whose path is an argument (or the receiver). */
export interface FileEffect {
  /** Index of the argument that holds the path; -1: the receiver. A keyword argument may be named besides. */
  readonly argument: number;
  readonly keyword?: string;
  readonly effect:
    | 'write' | 'append' | 'read' | 'delete' | 'delete-tree' | 'make-directory' | 'list' | 'exists'
    /** Fails when the file exists: atomic creation. */
    | 'create-exclusive'
    /** Takes a name away (`from`) or puts a complete file in place (`to`) atomically. */
    | 'rename-from' | 'rename-to'
    /** Writes a complete file under a random sibling name and renames it (boto3 download_file). */
    | 'replace'
    /** Unpacks several files below the path. */
    | 'fill-directory'
    /** The text is a command line: every absolute path in it may be read and written. */
    | 'command'
    /** Decided by the mode string in `mode` (`w`, `a`, `x`, `r`), or by the options there, each of which stands for such a letter. */
    | 'by-mode'
    | 'change-directory'
    /** A directory that a program keeps its settings or cache in (`userDataDir`). */
    | 'profile'
    /** Options for a program: the profiles among them are those of `ProfileFact`. */
    | 'options'
    /** The file goes when the process ends, which is never in sight. */
    | 'delete-at-exit';
  /** The argument is the address of a database, which names a file or something else. */
  readonly address?: boolean;
  /** The path is this member of the argument, or the elements of the list there. */
  readonly member?: string;
  readonly mode?: number;
  readonly modeKeyword?: string;
  /** The options run from `mode` to the last argument. */
  readonly modeRest?: boolean;
  /** The mode where none is given; `r` otherwise. */
  readonly modeDefault?: 'w';
  /** A `delete-tree` that takes one file or empty directory, unless this option, or this member of it, says that what is below goes too. */
  readonly recursive?: { readonly argument: number; readonly keyword?: string; readonly member?: string };
  /** The mode is this member of the options; where they do not say, the file is written anew. */
  readonly modeMember?: string;
}
