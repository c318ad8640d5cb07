/** Where shell commands stand: scripts, recipes of Makefiles, steps of buildspecs and workflows, scripts of packages. */
import { lineStartsOf, locate, type Location, type Span } from '../../../ir/index.js';
import { parseTemplate, type TemplateNode } from '../document.js';

/** Shell text of a file. */
export interface ScriptText {
  readonly text: string;
  /** The place of a span of `text`. */
  readonly locate: (span: Span) => Location;
}

/** All shell text of one file, and the variables that it sets for it. */
export interface Script {
  readonly texts: readonly ScriptText[];
  readonly variables: ReadonlyMap<string, string>;
}

const SHELL = /\.(?:sh|bash|zsh)$/;
const MAKEFILE = /(?:^|\/)(?:GNUm|[mM])akefile$|\.mk$/;
const STEPS = /(?:^|\/)(?:buildspec[\w.-]*|\.gitlab-ci|bitbucket-pipelines)\.ya?ml$|(?:^|\/)\.github\/(?:workflows|actions)\/.*\.ya?ml$/;
const PACKAGE = /(?:^|\/)package\.json$/;
/** Keys of maps that set variables for commands. */
const SETTINGS: ReadonlySet<string> = new Set(['env', 'variables']);
const MAX_DEPTH = 30;
const MAX_SCALARS = 5000;

export function mayHoldCommands(file: string): boolean {
  return SHELL.test(file) || MAKEFILE.test(file) || STEPS.test(file) || PACKAGE.test(file);
}

/** The shell text of `file`, whose whole text is `text`. */
export function scriptIn(file: string, text: string): Script {
  if (MAKEFILE.test(file)) return makefile(file, text);
  if (STEPS.test(file) || PACKAGE.test(file)) return steps(file, text);
  return { texts: [wholeFile(file, text, text)], variables: new Map() };
}

/** `shell` has the same lines as `text`. */
function wholeFile(file: string, text: string, shell: string): ScriptText {
  const lineStarts = lineStartsOf(text);
  return { text: shell, locate: (span) => locate(file, lineStarts, span) };
}

/** The recipes alone, with make's variables in the shell's form. */
function makefile(file: string, text: string): Script {
  const variables = new Map<string, string>();
  let isRecipe = false;
  let continues = false;
  const lines = text.split('\n').map((line) => {
    const begins = !continues;
    if (begins) isRecipe = line.startsWith('\t');
    continues = /\\\r?$/.test(line);
    if (isRecipe) return shellOf(line, begins);
    const assignment = /^(?:export\s+)?([A-Za-z_]\w*)\s*(?:[:?]{0,2})=\s*(.*?)\s*$/.exec(line);
    if (assignment && !/[$\\]/.test(assignment[2]!)) variables.set(assignment[1]!, assignment[2]!);
    return ' '.repeat(line.length);
  });
  return { texts: [wholeFile(file, text, lines.join('\n'))], variables };
}

/** Before a command may stand how make runs it: `@`, `-`, `+`. */
function shellOf(line: string, begins: boolean): string {
  const plain = !begins ? line : line.replace(/^(\t\s*)([@+-]+)/, (_, indentation: string, signs: string) => indentation + ' '.repeat(signs.length));
  return plain.replace(/\$\((\w+)\)/g, '${$1}').replace(/\$\$/g, '$').padEnd(line.length);
}

/** Every text below the keys of steps; a whole text stands where it begins. */
function steps(file: string, text: string): Script {
  const { root } = parseTemplate(file, text);
  const texts: ScriptText[] = [];
  const variables = new Map<string, string>();
  let left = MAX_SCALARS;
  const visit = (node: TemplateNode | undefined, depth: number): void => {
    if (node === undefined || depth > MAX_DEPTH || left-- <= 0) return;
    if (node.kind === 'scalar' && typeof node.value === 'string') texts.push({ text: withoutExpressions(node.value), locate: () => node.at });
    if (node.kind === 'list') for (const item of node.items()) visit(item, depth + 1);
    if (node.kind !== 'map') return;
    for (const key of node.keys) {
      const value = node.get(key);
      if (SETTINGS.has(key) && value?.kind === 'map') readVariables(value, variables);
      visit(value, depth + 1);
    }
  };
  visit(root, 0);
  return { texts: texts.filter(({ text: each }) => /\s/.test(each)), variables };
}

function readVariables(map: TemplateNode & { readonly kind: 'map' }, variables: Map<string, string>): void {
  for (const key of map.keys) {
    const value = map.get(key);
    if (key === 'variables' && value?.kind === 'map') readVariables(value, variables);
    else if (value?.kind === 'scalar' && value.value !== null && !String(value.value).includes('${')) variables.set(key, String(value.value));
  }
}

/** `${{ env.NAME }}` is the variable, what else stands there is nobody's. */
function withoutExpressions(text: string): string {
  return text.replace(/\$\{\{\s*(?:env\.(\w+)\s*|[^}]*)\}\}/g, (_, name: string | undefined) => `\${${name ?? 'EXPRESSION_OF_WORKFLOW'}}`);
}
