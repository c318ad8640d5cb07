/**
 * A Serverless service with its variables replaced: the same tree, in which the values of variables stand instead of their texts, and
 * an unknown value where no file says it. Worked out when it is looked at, so that a short service cannot describe endless work.
 */
import type { SourceProject } from '../../../frontends/frontend.js';
import type { Location } from '../../../ir/index.js';
import { joinPath } from '../../files/files-below.js';
import { parseTemplate, type TemplateNode } from '../document.js';
import { literalOf, partsOf, sourceOf, type Source, type TextParts, type Variable } from './variables.js';

const MAX_DEPTH = 60;
const MAX_STEPS = 50_000;
/** Longer texts are no names, handlers or paths. */
const MAX_TEXT = 20_000;
const DATA_FILE = /\.(?:ya?ml|json)$/;
const CODE_FILE = /\.[cm]?[jt]s$/;
/** What is used when nobody names a stage. */
const DEFAULT_STAGE = 'dev';

export interface ServiceFiles {
  readonly root: TemplateNode;
  /** Folder of the service: paths in its variables start there. */
  readonly folder: string;
  readonly project: SourceProject;
  /** What a composition gives to the service, by name. */
  readonly parameters: ReadonlyMap<string, TemplateNode>;
}

/** What a source gives: a value, nothing (then the next one is asked), or a value that is not known here. */
type Answer = TemplateNode | undefined;

/** The tree of a service without variables. Never throws. */
export function withoutVariables(files: ServiceFiles): TemplateNode {
  return new Resolver(files).view(files.root);
}

class Resolver {
  readonly #views = new Map<TemplateNode, TemplateNode>();
  readonly #files = new Map<string, TemplateNode | undefined>();
  readonly #running = new Set<TemplateNode>();
  #steps = 0;

  constructor(readonly service: ServiceFiles) {}

  view(node: TemplateNode): TemplateNode {
    const known = this.#views.get(node);
    if (known) return known;
    if (this.#running.has(node)) return unknown(node.at, 'a variable that leads to itself');
    if (this.#running.size > MAX_DEPTH || ++this.#steps > MAX_STEPS) return unknown(node.at, 'a variable that leads too far');
    this.#running.add(node);
    const made = this.#make(node);
    this.#running.delete(node);
    this.#views.set(node, made);
    return made;
  }

  #make(node: TemplateNode): TemplateNode {
    switch (node.kind) {
      case 'scalar': return typeof node.value === 'string' && node.value.includes('${') && node.value.length <= MAX_TEXT ? this.#text(partsOf(node.value), node.at) : node;
      case 'list': return { kind: 'list', items: () => node.items().map((item) => this.view(item)), at: node.at };
      case 'map': return {
        kind: 'map', keys: node.keys, at: node.at,
        get: (key) => {
          const value = node.get(key);
          return value && this.view(value);
        },
      };
      case 'intrinsic': return { kind: 'intrinsic', name: node.name, argument: () => this.view(node.argument()), at: node.at };
      case 'unknown': return node;
    }
  }

  /** A text of one variable is that variable's value; of more it is a text again. */
  #text(parts: TextParts, at: Location): TemplateNode {
    const [only, ...others] = parts;
    if (typeof only === 'object' && others.length === 0) return placed(this.#value(only, at), at);
    let text = '';
    let reason: string | undefined;
    for (const part of parts) {
      const value = typeof part === 'string' ? part : this.#value(part, at);
      if (typeof value === 'string') text += value;
      else if (value.kind === 'scalar') text += value.value ?? '';
      else {
        reason ??= value.kind === 'unknown' ? value.reason : 'a variable that is no text';
        text += value.kind === 'unknown' && value.text !== '' ? value.text : (part as Variable).text;
      }
      if (text.length > MAX_TEXT) return unknown(at, 'a text that is too long');
    }
    return reason === undefined ? { kind: 'scalar', value: text, at } : { kind: 'unknown', reason: `text that contains ${reason}`, text, at };
  }

  #value({ sources, text }: Variable, at: Location): TemplateNode {
    for (const parts of sources) {
      const answer = this.#source(parts, at);
      if (answer && !(answer.kind === 'scalar' && answer.value === null && parts !== sources.at(-1))) return answer;
    }
    return unknown(at, `the variable ${text}, which has no value here`, text);
  }

  #source(parts: TextParts, at: Location): Answer {
    const [only, ...others] = parts.filter((part) => typeof part === 'object' || part.trim() !== '');
    if (typeof only === 'object' && others.length === 0) return this.#value(only, at);
    const text = this.#text(parts, at);
    if (text.kind !== 'scalar') return text;
    const written = String(text.value ?? '');
    const source = sourceOf(written);
    return source ? this.#ask(source, at) : { kind: 'scalar', value: literalOf(written), at };
  }

  #ask(source: Source, at: Location): Answer {
    const address = source.address ?? '';
    switch (source.type) {
      case 'self': return this.#at(this.service.root, address);
      // Nobody runs the tool here: what the command line or the environment may say is not said.
      case 'opt': case 'env': return undefined;
      case 'sls': return address === 'stage' ? this.#stage(at) : unknown(at, `the variable \${sls:${address}}`);
      case 'param': return this.#parameter(address, at);
      case 'file': return this.#file(source.parameters ?? '', address, at);
      case 'strToBool': return truthOf(source.parameters ?? '', at);
      default: return unknown(at, `the variable \${${source.type}${source.parameters === undefined ? '' : '(…)'}:${address}}`);
    }
  }

  /** The value below `root` that `address` leads to: `custom.sizes.0`. */
  #at(root: TemplateNode, address: string): Answer {
    let node = this.view(root);
    for (const step of address.split('.').filter((part) => part !== '')) {
      if (node.kind === 'unknown') return node;
      const next: TemplateNode | undefined = node.kind === 'map' ? node.get(step) : node.kind === 'list' ? node.items()[Number(step)] : undefined;
      if (next === undefined) return undefined;
      node = next;
    }
    return node;
  }

  #stage(at: Location): TemplateNode {
    const stage = this.#at(this.service.root, 'provider.stage');
    return stage && stage.kind !== 'map' ? stage : { kind: 'scalar', value: DEFAULT_STAGE, at };
  }

  #parameter(name: string, at: Location): Answer {
    const given = this.service.parameters.get(name);
    if (given) return this.view(given);
    const stage = this.#stage(at);
    const stages = [...(stage.kind === 'scalar' ? [String(stage.value)] : []), 'default'];
    for (const path of stages.flatMap((each) => [['stages', each, 'params', name], ['params', each, name]])) {
      const found = path.reduce<Answer>((node, key) => (node?.kind === 'map' ? node.get(key) : undefined), this.view(this.service.root));
      if (found) return found;
    }
    return undefined;
  }

  #file(path: string, address: string, at: Location): Answer {
    const name = /^[~/]|^\w+:/.test(path) ? undefined : joinPath(this.service.folder, path);
    if (name === undefined) return unknown(at, `the file ${path}, which is not in the repository`);
    if (CODE_FILE.test(name)) return unknown(at, `what the file ${name} computes`);
    const root = this.#document(name);
    if (root === undefined) return this.service.project.has(name) ? unknown(at, `the file ${name}, which cannot be read`) : undefined;
    return this.#at(root, address);
  }

  #document(name: string): TemplateNode | undefined {
    if (!this.#files.has(name)) {
      const text = this.service.project.has(name) ? this.service.project.read(name) : undefined;
      const start = { file: name, line: 1, column: 1, endLine: 1, endColumn: 1 };
      this.#files.set(name, text === undefined ? undefined : DATA_FILE.test(name) ? parseTemplate(name, text).root : { kind: 'scalar', value: text.slice(0, MAX_TEXT), at: start });
    }
    return this.#files.get(name);
  }
}

/** A plain value stands where it is used; what has parts keeps the places of these. */
function placed(node: TemplateNode, at: Location): TemplateNode {
  return node.kind === 'scalar' || node.kind === 'unknown' ? { ...node, at } : node;
}

function truthOf(text: string, at: Location): TemplateNode {
  const truth = /^(?:true|1)$/i.test(text) ? true : /^(?:false|0)$/i.test(text) ? false : undefined;
  return truth === undefined ? unknown(at, 'a text that is no truth value') : { kind: 'scalar', value: truth, at };
}

function unknown(at: Location, reason: string, text = ''): TemplateNode {
  return { kind: 'unknown', reason, text, at };
}
