/** From the grammar's tree to the plain one. What does not fit into the grammar is left out or opaque; what is around it is kept. */
import { lineStartsOf, locate, type Location } from '../../../../ir/index.js';
import type { SyntaxNode } from '../../../../frontends/tree-sitter/index.js';
import type { ParseHcl } from '../../../programs.js';
import { templateParts } from './template-text.js';
import { SPLAT_ITEM, type Block, type Body, type Expression, type ForExpression, type ObjectEntry } from './tree.js';

/** Expressions nest some ten levels. */
const MAX_NESTING = 80;

/** The body of the file `file`, which was parsed from `text`. */
export function bodyOfSyntax(root: SyntaxNode, text: string, file: string): Body {
  return new Converter(file, lineStartsOf(text)).body(root);
}

/** `text` as a template, the way strings of JSON files are read: `"\${var.name}-api"`. Everything in it stands at `at`. */
export function expressionOfText(text: string, at: Location, parseHcl: ParseHcl): Expression {
  const written = `x = <<END_OF_TEXT\n${text}\nEND_OF_TEXT\n`;
  const { root, problems } = parseHcl(written, at.file);
  const value = problems.length > 0 ? undefined : new Converter(at.file, lineStartsOf(written), at).body(root).attributes.get('x');
  switch (value?.kind) {
    case 'literal': return { ...value, value: String(value.value).replace(/\n$/, '') };
    case 'template': return withoutLastLineEnd(value.parts, at);
    default: return { kind: 'opaque', reason: 'a text that cannot be read', at };
  }
}

/** A heredoc ends with its last line. */
function withoutLastLineEnd(parts: readonly (string | Expression)[], at: Location): Expression {
  const last = parts.at(-1);
  const shorter = typeof last === 'string' ? last.replace(/\n$/, '') : '';
  const kept = shorter === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), shorter];
  const [only] = kept;
  return kept.length === 1 && only !== undefined && typeof only !== 'string' ? only : { kind: 'template', parts: kept, at };
}

class Converter {
  #nesting = 0;

  constructor(readonly file: string, readonly lineStarts: readonly number[], readonly fixed?: Location) {}

  /** `node` may hold bodies, and around an error also attributes and blocks that belong to none. */
  body(node: SyntaxNode | undefined): Body {
    const attributes = new Map<string, Expression>();
    const blocks: Block[] = [];
    const pending = node === undefined ? [] : [node];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next.type === 'attribute') this.#attribute(next, attributes);
      else if (next.type === 'block') blocks.push(...this.#block(next));
      else if (next === node || next.type === 'body' || next.type === 'ERROR') pending.push(...next.children.toReversed());
    }
    return { attributes, blocks };
  }

  #attribute(node: SyntaxNode, attributes: Map<string, Expression>): void {
    const name = node.childOfType('identifier')?.text;
    const value = node.childOfType('expression');
    if (name !== undefined && value !== undefined && !attributes.has(name)) attributes.set(name, this.expression(value));
  }

  #block(node: SyntaxNode): readonly Block[] {
    const [type, ...labels] = node.childrenOfType('identifier', 'string_lit').map((child) => (child.type === 'identifier' ? child.text : literalText(child)));
    if (type === undefined || this.#nesting > MAX_NESTING) return [];
    this.#nesting++;
    // A block that an error cut short has no body of its own.
    const body = this.body(node.childOfType('body') ?? node.childOfType('ERROR'));
    this.#nesting--;
    return [{ type, labels, body, at: this.#locate(node) }];
  }

  expression(node: SyntaxNode): Expression {
    if (this.#nesting > MAX_NESTING) return this.#opaque(node, 'an expression that is nested too deeply');
    this.#nesting++;
    const result = this.#terms(node.children.filter((child) => !child.isTrivia), node);
    this.#nesting--;
    return result;
  }

  /** A term and what is asked of it: `aws_x.y[0].id`, `(a).b`. */
  #terms(nodes: readonly SyntaxNode[], around: SyntaxNode): Expression {
    const isGrouped = nodes[0]?.type === '(';
    const first = isGrouped ? nodes[1] : nodes[0];
    if (first === undefined) return this.#opaque(around, 'an expression that is not complete');
    let value = isGrouped ? this.expression(first) : this.#term(first);
    for (const accessor of nodes.slice(isGrouped ? 3 : 1)) value = this.#accessed(value, accessor);
    return value;
  }

  #accessed(of: Expression, node: SyntaxNode): Expression {
    const at = { ...of.at, endLine: this.#locate(node).endLine, endColumn: this.#locate(node).endColumn };
    switch (node.type) {
      case 'get_attr': return { kind: 'attribute', of, name: node.childOfType('identifier')?.text ?? '', at };
      case 'index': return { kind: 'index', of, key: this.#indexKey(node), at };
      case 'splat': return this.#splat(of, node, at);
      default: return this.#opaque(node, 'an expression with a syntax error');
    }
  }

  /** After `[*]` everything is asked of each item; after `.*` an index is asked of the whole list. */
  #splat(of: Expression, node: SyntaxNode, at: Location): Expression {
    const steps = (node.children[0]?.children ?? []).filter((child) => child.type === 'get_attr' || child.type === 'index');
    const firstIndex = steps.findIndex((step) => step.type === 'index');
    const ofEach = node.children[0]?.type === 'attr_splat' && firstIndex >= 0 ? firstIndex : steps.length;
    const item: Expression = { kind: 'name', name: SPLAT_ITEM, at };
    const each = steps.slice(0, ofEach).reduce<Expression>((value, step) => this.#accessed(value, step), item);
    return steps.slice(ofEach).reduce<Expression>((value, step) => this.#accessed(value, step), { kind: 'splat', of, each, at });
  }

  #indexKey(node: SyntaxNode): Expression {
    const inner = node.children[0];
    const key = inner?.childOfType('expression');
    if (key !== undefined) return this.expression(key);
    const position = /^\.(\d+)$/.exec(inner?.text.trim() ?? '');
    return position ? { kind: 'literal', value: Number(position[1]), at: this.#locate(node) } : this.#opaque(node, 'an index with a syntax error');
  }

  #term(node: SyntaxNode): Expression {
    const at = this.#locate(node);
    const [inner] = node.namedChildren;
    switch (node.type) {
      case 'expression': return this.expression(node);
      case 'literal_value': return inner === undefined ? this.#opaque(node, 'an expression with a syntax error') : this.#literal(inner, at);
      case 'template_expr': return inner === undefined ? { kind: 'literal', value: '', at } : this.#template(inner, at);
      case 'collection_value': return inner?.type === 'tuple'
        ? { kind: 'list', items: inner.childrenOfType('expression').map((item) => this.expression(item)), at }
        : { kind: 'object', entries: (inner?.childrenOfType('object_elem') ?? []).flatMap((entry) => this.#entry(entry)), at };
      case 'variable_expr': return { kind: 'name', name: node.text.trim(), at };
      case 'function_call': return this.#call(node, at);
      case 'for_expr': return inner === undefined ? this.#opaque(node, 'a for expression with a syntax error') : this.#for(inner, at);
      case 'conditional': return this.#conditional(node, at);
      case 'operation': return inner === undefined ? this.#opaque(node, 'an operation with a syntax error') : this.#operation(inner, at);
      default: return this.#opaque(node, 'an expression with a syntax error');
    }
  }

  #literal(node: SyntaxNode, at: Location): Expression {
    switch (node.type) {
      case 'numeric_lit': return { kind: 'literal', value: Number(node.text), at };
      case 'bool_lit': return { kind: 'literal', value: node.text === 'true', at };
      case 'null_lit': return { kind: 'literal', value: null, at };
      default: return { kind: 'literal', value: literalText(node), at };
    }
  }

  #template(node: SyntaxNode, at: Location): Expression {
    const parts = templateParts(node, (expression) => this.expression(expression));
    if (parts === undefined) return this.#opaque(node, 'a text with directives');
    const [only, ...others] = parts;
    if (only === undefined) return { kind: 'literal', value: '', at };
    if (others.length > 0) return { kind: 'template', parts, at };
    // A text that is one expression and nothing else has its value, whatever type that is.
    return typeof only === 'string' ? { kind: 'literal', value: only, at } : { ...only, at };
  }

  #entry(node: SyntaxNode): readonly ObjectEntry[] {
    const [key, value] = [node.child('key'), node.child('val')];
    if (key === undefined || value === undefined) return [];
    const name = this.expression(key);
    // A plain name before `=` is text, unless it stands in parentheses.
    const isPlain = name.kind === 'name' && key.children[0]?.type !== '(';
    return [{ key: isPlain ? { kind: 'literal', value: name.name, at: name.at } : name, value: this.expression(value) }];
  }

  #call(node: SyntaxNode, at: Location): Expression {
    const args = node.childOfType('function_arguments');
    return {
      kind: 'call', name: node.childOfType('identifier')?.text ?? '', at,
      args: (args?.childrenOfType('expression') ?? []).map((argument) => this.expression(argument)),
      expands: args?.childOfType('ellipsis') !== undefined,
    };
  }

  #for(node: SyntaxNode, at: Location): Expression {
    const intro = node.childOfType('for_intro');
    const names = intro?.childrenOfType('identifier').map((name) => name.text) ?? [];
    const collection = intro?.childOfType('expression');
    const results = node.childrenOfType('expression').map((result) => this.expression(result));
    const value = results.at(-1);
    if (collection === undefined || value === undefined || names.length === 0) return this.#opaque(node, 'a for expression with a syntax error');
    const condition = node.childOfType('for_cond')?.childOfType('expression');
    const made: ForExpression = {
      kind: 'for', keyName: names.length > 1 ? names[0] : undefined, valueName: names.at(-1)!, collection: this.expression(collection), value,
      key: results.length > 1 ? results[0] : undefined, condition: condition && this.expression(condition), isGrouped: node.childOfType('ellipsis') !== undefined,
    };
    return { ...made, at };
  }

  #conditional(node: SyntaxNode, at: Location): Expression {
    const [condition, yes, no] = node.childrenOfType('expression').map((part) => this.expression(part));
    return condition && yes && no ? { kind: 'conditional', condition, yes, no, at } : this.#opaque(node, 'a condition with a syntax error');
  }

  #operation(node: SyntaxNode, at: Location): Expression {
    const parts = node.children.filter((child) => !child.isTrivia);
    if (node.type === 'unary_operation') return { kind: 'unary', operator: parts[0]?.text ?? '', operand: this.#terms(parts.slice(1), node), at };
    const middle = parts.findIndex((part) => !part.named && part.type !== '(' && part.type !== ')');
    const operator = parts[middle]?.text;
    if (operator === undefined) return this.#opaque(node, 'an operation with a syntax error');
    return { kind: 'binary', operator, left: this.#terms(parts.slice(0, middle), node), right: this.#terms(parts.slice(middle + 1), node), at };
  }

  #opaque(node: SyntaxNode, reason: string): Expression {
    return { kind: 'opaque', reason, at: this.#locate(node) };
  }

  #locate(node: SyntaxNode): Location {
    return this.fixed ?? locate(this.file, this.lineStarts, node);
  }
}

/** The text of a string without expressions, such as a label. */
function literalText(node: SyntaxNode): string {
  const [only] = templateParts(node, () => undefined) ?? [];
  return typeof only === 'string' ? only : '';
}
