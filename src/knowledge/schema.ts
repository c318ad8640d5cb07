/**
 * The form of library knowledge. One JSON file per library in src/knowledge/<language>/; entries sorted by their first name;
 * every entry has a source (its own or the file's). The engine asks by resolved name and knows no library itself.
 *
 * Names: functions `node:fs.writeFileSync`, `os.path.join`, `java.nio.file.Files.write`; methods `Type.method`
 * (`java.util.Map.put`), found through `TypeFact.extends`; constructors `Type.<constructor>`; properties are methods too.
 * `Type.name=` is setting a property; `Type.<call>` is a call of the object itself; `Type.<await>` says that awaiting it gives what its one type argument names.
 * A `*` in a name (or in `library`) stands for any characters but the dot (`@aws-sdk/client-*.*Client`); exact names win, then
 * the pattern with the most literal characters. `*.toString` is a method of any type, used when the type has no fact of its own.
 */
import type { Below } from './below.js';
import type { FileEffect } from './file-effect.js';
import type { ClaimFact, LockFact } from './lock-fact.js';
import type { Invocation } from './passed-function.js';
import type { TextResult, Uniqueness } from './text-fact.js';
import type { TypeFact } from './type-fact.js';

export type * from './below.js';
export type * from './file-effect.js';
export type * from './lock-fact.js';
export type * from './passed-function.js';
export type * from './text-fact.js';
export type * from './type-fact.js';

export interface LibraryFacts {
  /** Package, module or namespace this file is about. */
  readonly library: string;
  /** Where the vendor says so; entries may have their own. */
  readonly source: string;
  readonly types?: readonly TypeFact[];
  readonly calls?: readonly CallFact[];
  readonly symbols?: readonly SymbolFact[];
  readonly profiles?: readonly ProfileFact[];
  readonly requests?: readonly RequestFact[];
  readonly changes?: readonly ChangeFact[];
}

/** Calls, or types of requests that a call sends, that change something outside of the process: it matters how often they are made. */
export interface ChangeFact {
  readonly names: readonly string[];
  /** `creates`: what data are kept in, or what they are kept there by; takes it away too. `migrates`: a database. `starts`: work elsewhere. */
  readonly what: 'creates' | 'migrates' | 'writes' | 'sends' | 'starts';
}

/** A directory that a program or library keeps its settings or cache in, and that two of it should not use at once. */
export interface ProfileFact {
  /** Environment variables and command-line options that say where it lies. */
  readonly names: readonly string[];
  /** For people: whose it is. */
  readonly tool: string;
  /** Programs that all use the one in the home directory when no option says otherwise. */
  readonly programs?: readonly string[];
  readonly source: string;
}

/** What a call does to the object it is called on, or to the argument that `CallFact.on` names. */
export type ObjectEffect =
  | 'read' | 'check' | 'iterate' | 'write' | 'clear' | 'remove'
  /** Reads and writes in one atomic step (`computeIfAbsent`, `incrementAndGet`). */
  | 'atomic'
  /** Uses internal state of the object: harmful when the type is unsafe. */
  | 'use'
  /** Changes settings that later calls of everybody see. */
  | 'configure'
  /** Begins or ends a transaction, or changes session state. */
  | 'session'
  /** Releases the object for everybody (`close`, `end`). */
  | 'close'
  /** Puts another object in its place; only for variables of a library (`CallFact.variable`). */
  | 'replace'
  /** Gives what the library keeps of the invocation that came last; only for such variables. */
  | 'latest';

/** What serves only so many callers at once, and who else comes waits: how many, where the call says so. */
export interface CapacityFact {
  readonly of: 'connections' | 'threads' | 'permits';
  /** Index of the argument that says how many, or that has the property `key`; absent: any argument with that property. */
  readonly argument?: number;
  /** A property, nested by dots (`pool.max`), or the name of a keyword argument. */
  readonly key?: string;
  /** What says how many in the text of the argument: `Max Pool Size` of a connection text, `connection_limit` of an address. */
  readonly option?: readonly string[];
  /** How many there are when nothing says so, which is certain only where all that the call is given is written out. */
  readonly byDefault?: number;
  /** Properties or keyword arguments with which the default does not hold. */
  readonly unless?: readonly string[];
  /** Calls that say how many for what this one makes: where there is one with an argument, the default does not hold. */
  readonly sizedBy?: readonly string[];
  /** All connections are opened at once, and not as they are needed. */
  readonly fillsAtOnce?: boolean;
  /** The process keeps one for each text: whoever makes it again gets the same. */
  readonly isOfProcess?: boolean;
  /** Connections to a relational database. */
  readonly isRelational?: boolean;
  /** So many, whatever it is called with. */
  readonly always?: number;
  /** A keyword argument whose number comes on top, and the number when it is left out. */
  readonly beyond?: { readonly key: string; readonly default: number };
}

/** Opens a session with a database, or makes what opens sessions of its own beside those of all others: a pool, or a client that has one. */
export interface OpensFact {
  /** Connections and pools are those of a relational database. */
  readonly what: 'connection' | 'pool' | 'client';
  /** Index of the argument that says where the database is. */
  readonly address?: number;
  /** It does so only where that argument is a text: otherwise it belongs to an object that was made for it. */
  readonly isAddressed?: boolean;
  /** It opens the session of an object or module that is there already, and none where that stands. */
  readonly isKnown?: boolean;
  /** Beginnings of addresses that name a file, or a service without sessions. */
  readonly except?: readonly string[];
  /** Parts of an address, in small letters and without spaces, without which the library takes connections from a pool of the process. */
  readonly only?: readonly string[];
}

/** Something by which one is let in, and which is good for a while only. */
export interface ExpiryFact {
  /** For people: `an authentication token of RDS`. */
  readonly what: string;
  /** How long it is good, at most or unless the caller says otherwise; absent: whoever issues it says so. */
  readonly seconds?: number;
  /** It does not expire, and is replaced by its issuer from time to time. */
  readonly rotates?: boolean;
  /** It is not needed any more once a connection stands: connections that were opened with it stay open. */
  readonly opensOnly?: boolean;
}

/** Words in a request by which one asks for such a thing: part of an address, a parameter of a protocol. */
export interface RequestFact {
  readonly texts: readonly string[];
  readonly expires: ExpiryFact;
  readonly source: string;
}

/** A call that has to do with a timer: time goes by, and then a function runs or the code goes on. */
export interface TimerFact {
  /** `again`: over and over, until somebody stops it. `once`: unless what it runs sets it anew. `wait`: the code itself waits. `no-more`: it is stopped. */
  readonly runs: 'again' | 'once' | 'wait' | 'no-more';
  /** Index of the argument that says how often; without it, or with a negative number there, it runs once. */
  readonly period?: number;
}

export interface CallFact {
  readonly names: readonly string[];
  readonly below?: Below;
  /** Effect on the receiver. */
  readonly effect?: ObjectEffect;
  /** Index of the argument that stands for the receiver (`Delegate.Combine(changed, listener)`). */
  readonly on?: number;
  /**
   * The effect is on a variable that the library keeps for the whole process, `Type.name`, and not on a receiver: `check` reads
   * what it holds, `replace` sets it, to the argument `value` where it says so (`FirebaseApp.DefaultInstance`, `FirebaseApp.Create`), `latest` reads what the library has
   * set there for whichever invocation came last. Effects on contents are those of the object that a symbol fact of this name
   * describes by its type. Where the name is that of a `per-thread` type, the effect is on what it keeps for the running thread
   * (`CloseableThreadContext` fills `ThreadContext`).
   */
  readonly variable?: string;
  /** Argument indices that the call writes into (`Collections.sort(xs)`, `Object.assign(target, …)`). */
  readonly writesArguments?: readonly number[];
  /** What it writes into an argument are the members of the other ones, under their names. */
  readonly mergesMembers?: boolean;
  /** Argument indices of collections that the call goes through element by element (`String.join(",", xs)`, `map.putAll(other)`). */
  readonly iteratesArguments?: readonly number[];
  /** Argument indices of collections whose elements the call takes in one step, which is atomic where the collection's own calls are (`new ArrayList(xs)`). */
  readonly copiesArguments?: readonly number[];
  /** Index of the key argument of a container operation, and of the value it stores. */
  readonly key?: number;
  readonly value?: number;
  /** Index of the argument that holds a database statement: `BEGIN`, `SET`, `USE` and the like in it make the effect `session`. */
  readonly statement?: number;
  /** The value arguments run from `value` to the last. */
  readonly valuesRest?: boolean;
  /** Type of the result. */
  readonly returns?: string;
  /** The object that a constructor makes has this more special type where an argument is the constant `is` (`new LinkedHashMap(16, 0.75f, true)`). */
  readonly makes?: { readonly argument: number; readonly is: string; readonly type: string };
  /** The result is the receiver (`builder.set(x)` chains) or an argument, by index. */
  readonly returnsReceiver?: boolean;
  readonly returnsArgument?: number;
  /** The text of this argument, or of what it returns, is the result's where there is nothing else (`getProperty(name, fallback)`). */
  readonly fallback?: number;
  /** The result is a part of the receiver: what is done to it is done to the receiver (`restTemplate.getInterceptors()`). */
  readonly returnsPart?: boolean;
  /** The result is an element of the receiver (`map.get`, `list[0]`), or an iterator or view over it (over the first argument of a function). */
  readonly returnsElement?: boolean;
  readonly returnsView?: boolean;
  /** The view stays what it is a view of: reading or changing it reads or changes the receiver (`map.values()`, `list.subList(…)`). */
  readonly live?: boolean;
  /** The elements of the result are what the functions passed have returned (`list.map(f)`). */
  readonly returnsMapped?: boolean;
  /** The functions passed run when the receiver is settled, and the result is settled after that (`promise.then(f)`). */
  readonly follows?: boolean;
  /** The result is what the functions passed return, or a promise of it (`promise.then(f)`). */
  readonly returnsOutcome?: boolean;
  /** Type of the elements of the result, where it is a new collection (`Files.list`: paths). */
  readonly elements?: string;
  /** Generic interfaces: the first argument goes to the classes of the repository that implement one of them for its type. */
  readonly handledBy?: readonly string[];
  /**
   * The result is what a container gives for the type that is asked for, by its registrations: `any` also makes objects of classes
   * without one, `all` gives a sequence of all that are registered, `new` makes an object of just that class from arguments and
   * services.
   */
  readonly provides?: 'registered' | 'any' | 'all' | 'new';
  /** The result stands for the place of the thread that the call has written: closing it removes what is there (`MDC.putCloseable`). */
  readonly returnsPlace?: boolean;
  /** The result is one object that the library keeps for everybody who asks, by the name it is given here (a registry, a default connection). */
  readonly returnsShared?: string;
  /** The result belongs to the receiver, a pool, and has to be given back to it: by closing it (`effect`), or to a call that takes it back. */
  readonly lends?: 'connection' | 'object';
  /** Index of the argument that a pool has lent and gets back; -1: the receiver. */
  readonly takesBack?: number;
  /** The result is a new object that nobody else holds. */
  readonly returnsFresh?: boolean;
  /** The result carries nothing of a request even when arguments or receiver do (loggers, clients, booleans). */
  readonly returnsHarmless?: boolean;
  /** The result is a number or text made of the arguments (`Math.max`), as by an operator. */
  readonly computes?: boolean;
  /** The result says whether the argument is there at all (`Objects.isNull`). */
  readonly asksPresence?: boolean;
  /** The result says how the receiver compares with an argument (`equals`, `isAfter`): no question of presence. */
  readonly compares?: boolean;
  /** The result is a promise, task or future of `returns`. */
  readonly returnsPromise?: boolean;
  /** Who has waited for the result, or for the call, has waited for all promises that were given, in lists too. */
  readonly joins?: boolean;
  readonly text?: TextResult;
  readonly unique?: Uniqueness;
  readonly files?: readonly FileEffect[];
  readonly invokes?: readonly Invocation[];
  readonly lock?: LockFact;
  /** What makes semaphores, limits and queues: index of the argument that says how many may hold or run it at once, or an object with it. */
  readonly permits?: number;
  /** The property of that object. */
  readonly permitsKey?: string;
  /** Makes, or sets up, what serves only so many callers at once. */
  readonly capacity?: CapacityFact;
  readonly opens?: OpensFact;
  /** Index of the argument that is the request which it sends: the type of that says what is done. */
  readonly request?: number;
  readonly claims?: ClaimFact;
  /**
   * Runs the function argument under the receiver as lock (`mutex.runExclusive(f)`), or under the one of its locks that `key` names.
   * A receiver that is no `lock` by its type lets several run unless its permits are known to be one (`pLimit(1)`).
   */
  readonly runsUnderLock?: boolean;
  /** Other work of the same thread may run before the call returns (only inside `await` in Node). */
  readonly suspends?: boolean;
  /** Asks for invocations with tasks of the thread pool, of which there are no more than processors: code that holds threads keeps them from asking. */
  readonly asksOnPool?: boolean;
  /** Says how much time the invocation has left. */
  readonly deadline?: boolean;
  /** What does the same without holding the thread: the form of a blocking call that can be awaited (`SendAsync`). */
  readonly awaitable?: string;
  /** Waits for something outside: remote call, disk, sleep, lock. */
  readonly blocks?: 'remote' | 'file' | 'sleep' | 'process' | 'cpu' | 'task';
  /**
   * Begins work that goes on after the call: who holds the result, or the receiver, can wait for it, or nobody can. Promises of
   * calls that leave the process (`blocks`, `workload`, `files`) and of functions that run on other threads begin work without this.
   */
  readonly starts?: 'result' | 'receiver' | 'nothing';
  /** The promise is never rejected. */
  readonly neverRejects?: boolean;
  /** Answers the request or settles the promise that others wait for (`response.end()`, `resolve()`). */
  readonly completes?: boolean;
  /** Index of the argument that names a port or socket which is bound for the whole machine (`server.listen(3000)`). */
  readonly binds?: number;
  /**
   * Adds a function or object to those that the process, or the receiver, calls when something happens, however often it is there
   * already; index of the argument that is added.
   */
  readonly registers?: { readonly argument: number };
  /**
   * Writes what it is given to the standard output or error as it is: unlike the lines of the platform's own logger they do not
   * say which request they belong to. `elsewhere`: an argument that names another place to write to.
   */
  readonly prints?: { readonly elsewhere?: { readonly argument?: number; readonly keyword?: string } };
  /** Takes such functions away again, or says which there are: who calls it keeps their number in hand. */
  readonly keepsCount?: boolean;
  /** The result, or what is in it, is good for a while only; of the constructor of a request: what the answer to it gives. */
  readonly expires?: ExpiryFact;
  /** Sets a timer, waits for one or stops one. */
  readonly timer?: TimerFact;
  /** Changes something the whole process sees. */
  readonly process?: 'environment' | 'working-directory' | 'locale' | 'time-zone' | 'property' | 'umask' | 'streams' | 'signal' | 'logging' | 'configuration'
    /** The user and groups it runs as. */
    | 'identity'
    /** Ends it, at once or with a dump. */
    | 'exit' | 'abort'
    /** Hooks that a signal runs which the platform sends at the end. */
    | 'termination';
  /** It ends the process by throwing an exception of this type: where that is caught, it goes on. */
  readonly throws?: string;
  /** Changes the process that the argument at this index names by its id: the own one, where that is what it is. */
  readonly ofProcess?: number;
  /** Something of the platform that managed instances do without. */
  readonly legacy?: LegacyFact;
  /** Parameters that the function declares, up to the first that has a default (`function.length`); of what a call returns, when that is a function. */
  readonly arity?: number;
  readonly returnsArity?: number;
  /** Evidence for the workload profile. `brief-cpu` computes for microseconds: a signature, the hash of a message. */
  readonly workload?: 'cpu' | 'brief-cpu' | 'io' | 'memory';
  /** Takes a whole object, file or answer into memory, however large it is (`StreamingBody.read`). */
  readonly takesWhole?: boolean;
  /** Index of the argument that says how many bytes the result holds (`Buffer.alloc`). */
  readonly holds?: number;
  /** The result is what a text says (`JSON.parse`): the same data in another form. */
  readonly parses?: boolean;
  /** Checked, and nothing of the above applies. */
  readonly harmless?: boolean;
  readonly source?: string;
  readonly note?: string;
}

/** How an invocation was ended, how the environment was kept waiting, and how the trace id was found, before invocations overlapped. */
export interface LegacyFact {
  readonly what: 'completion' | 'idle-wait' | 'trace-id';
  /** The first argument has to be this text. */
  readonly named?: string;
}

/** A name that is no call: a constant, a variable of the process, a property of the context object. */
export interface SymbolFact {
  readonly names: readonly string[];
  readonly below?: Below;
  /** Type of the value. */
  readonly type?: string;
  /** Text the name stands for (`java.io.tmpdir` is `/tmp`). */
  readonly text?: string;
  readonly unique?: Uniqueness;
  /** The value is a part of the object: what is done to it is done to the object (`HttpClient.DefaultRequestHeaders`). */
  readonly part?: boolean;
  /** The value carries nothing of a request even when the object does (`context.functionName`). */
  readonly harmless?: boolean;
  /** Says how much time the invocation has left. */
  readonly deadline?: boolean;
  /** Shared by the whole process and writable by everybody: `process.env`, `os.environ`. */
  readonly process?: CallFact['process'];
  readonly legacy?: LegacyFact;
  readonly source?: string;
  readonly note?: string;
}
