/**
 * What of a source file the inventory may depend on, as a text. As long as it stays the same, edits of the file change no function:
 * not which there are, not where their entries are, not which files they reach by imports.
 */
import type { Language } from '../frontends/frontend.js';
import type { ModuleIndex } from '../ir/index.js';
import { CONVENTIONS, type CodeBase } from './conventions/index.js';
import { namesFunctions } from './templates/serverless/service-code.js';

/** Libraries by which programs declare functions. */
const DECLARING = /aws-cdk|monocdk|\bsst[./]|@serverless-stack\/|\bdefineFunction\b|@pulumi\//;

/** The outline of `file`; another text means that the inventory has to be taken again. */
export function outlineOf(file: string, language: Language, code: CodeBase): string {
  const conventions = CONVENTIONS[language];
  const index = code.program.index(file);
  const text = code.project.read(file) ?? '';
  const isCandidate = conventions.candidateFiles(code, (other) => other === file).length > 0;
  // Constructs, and what a service computes of its functions, are found in bodies.
  const infrastructure = DECLARING.test(text) || namesFunctions(text) ? text : undefined;
  return JSON.stringify([isCandidate, conventions.routes.hint.test(text), index && declarationsOf(index), infrastructure], withoutPlaces);
}

function declarationsOf({ types, functions, exports, exportAll, exportsObject, imports, libraries, bindings, problems }: ModuleIndex): unknown {
  return { types, functions, exports: [...exports], exportAll, exportsObject, imports, libraries, bindings, isIncomplete: problems.length > 0 };
}

/** Places shift with every line. */
function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'at' ? undefined : value;
}
