/** Functions that are passed to calls of libraries. */

/** When a function that is passed to a call is run. */
export interface Invocation {
  /** Argument index, or keyword. All arguments from there on when `rest`. */
  readonly argument: number;
  readonly rest?: boolean;
  readonly keyword?: string;
  /** It is not the argument that is run, but its members of these names, or those of its elements where it is a list (`middy(f).use({ before, after })`). */
  readonly members?: readonly string[];
  readonly when:
    | 'now'
    /** On the same thread after a suspension: `.then`, timers, emitters. */
    | 'later'
    | 'other-thread'
    /** When the result is consumed (LINQ, streams, generators). */
    | 'lazily'
    /** Kept and run for each event or request from then on. */
    | 'per-event'
    /** The result of the call is a function that runs it (`middy(handler)`). */
    | 'with-result';
  /** What it returns is thrown away: nobody waits for a promise that it gives, and nobody is told when that fails. */
  readonly drops?: boolean;
  /** It is run with the reason when the receiver fails, which is then known. */
  readonly onFailure?: boolean;
  /** It is run several times, side by side where it runs on other threads (`executor.map(f, xs)`); `passes: element` says so too. */
  readonly repeated?: boolean;
  /** Each run is handed what the one before has returned, and may wait for it (`reduce`): the runs do not go on side by side. */
  readonly chained?: boolean;
  /** What its parameters are: elements of the receiver, one of them and its index, the resolved value … Absent: anything that the call was given. */
  readonly passes?: 'element' | 'element-index' | 'resolved' | 'key-value' | 'nothing';
  /** Types of its parameters, in order, where the source does not declare them (`express.Request`). */
  readonly parameters?: readonly string[];
}
