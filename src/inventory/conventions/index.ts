/** The conventions of the four languages. */
import type { Language } from '../../frontends/frontend.js';
import type { Conventions } from './conventions.js';
import { dotnetConventions } from './dotnet.js';
import { javaConventions } from './java.js';
import { nodeConventions } from './node.js';
import { pythonConventions } from './python.js';

export type {
  CodeBase, Conventions, EntryResolution, EntrySignature, EntryTarget, HandlerAnswer, HandlerQuery, WebAdapterLibrary,
} from './conventions.js';

/** By language, in the order in which a runtime that is not known is guessed. */
export const CONVENTIONS: Readonly<Record<Language, Conventions>> = {
  node: nodeConventions, python: pythonConventions, java: javaConventions, dotnet: dotnetConventions,
};
