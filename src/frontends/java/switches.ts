/**
 * Switch statements and expressions. Tests are evaluated before the switch; with patterns the subject is `true` and each test
 * says whether its case applies.
 */
import type { Block, Operand, Statement, Switch, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { local, type Exit, type FunctionContext, type Value } from './context.js';
import { compute, lowerExpression, lowerOptional } from './expressions.js';
import { testPattern } from './patterns.js';
import { lowerBlock, lowerStatement } from './statements.js';
import { spanOf } from './types.js';

type Case = Switch['cases'][number];

/** A switch whose value nobody asks for. */
export function lowerSwitchStatement(f: FunctionContext, node: SyntaxNode): void {
  lowerSwitch(f, node, undefined);
}

/** A switch that gives a value. */
export function lowerSwitchExpression(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const result = f.builder.temporary();
  const type = lowerSwitch(f, node, result, expected);
  return { operand: local(result), type: expected ?? type };
}

function lowerSwitch(f: FunctionContext, node: SyntaxNode, result: string | undefined, expected?: TypeRef): TypeRef | undefined {
  const at = spanOf(node);
  const subject = lowerOptional(f, node.child('condition'));
  const branches = node.child('body')?.namedChildren ?? [];
  const usesPatterns = branches.some((branch) => labelsOf(branch).some((label) => label.childOfType('pattern') !== undefined));
  const exit: Exit = { kind: 'switch', label: `switch$${node.start}`, labelUsed: false, ...(result === undefined ? {} : { result }) };
  const types: (TypeRef | undefined)[] = [];
  let cases: readonly Case[] = [];
  const statements = f.builder.block(() => {
    f.builder.scoped(() => {
      const tests = branches.map((branch) => labelsOf(branch).map((label) => testsOf(f, label, subject, usesPatterns)));
      f.exits.push(exit);
      cases = branches.map((branch, i) => caseOf(f, branch, tests[i] ?? [], { result, expected, types, isLast: i === branches.length - 1 }));
      f.exits.pop();
    });
    const on: Operand = usesPatterns ? { kind: 'constant', value: true } : subject.operand;
    f.builder.emit({ op: 'switch', subject: on, cases, at });
  });
  if (exit.labelUsed) f.builder.emit({ op: 'label', label: exit.label, body: statements, at });
  else for (const statement of statements) f.builder.emit(statement);
  return types.find((type) => type !== undefined);
}

function labelsOf(branch: SyntaxNode): readonly SyntaxNode[] {
  return branch.childrenOfType('switch_label');
}

/** What one `case a, b when c` or `default` tests: nothing for the default. */
function testsOf(f: FunctionContext, label: SyntaxNode, subject: Value, usesPatterns: boolean): readonly Operand[] | 'default' {
  // In `case null, default` the grammar takes the last word for a name.
  const isDefault = label.children.some((child) => child.text === 'default');
  const guard = label.childOfType('guard');
  const alternatives = label.namedChildren.filter((child) => child.type !== 'guard' && child.text !== 'default');
  if (isDefault && alternatives.length === 0) return 'default';
  const tests = alternatives.map((alternative) => testOf(f, alternative, subject, usesPatterns));
  if (isDefault) return 'default';
  return guard === undefined ? tests : tests.map((test) => guardedTest(f, test, guard));
}

function testOf(f: FunctionContext, alternative: SyntaxNode, subject: Value, usesPatterns: boolean): Operand {
  if (alternative.type === 'pattern') return testPattern(f, alternative, subject.operand);
  const constant = constantOf(f, alternative, subject.type);
  if (!usesPatterns) return constant;
  const isNull = constant.kind === 'constant' && constant.value === null;
  return isNull ? compute(f, 'is-null', [subject.operand], spanOf(alternative)) : compute(f, '==', [subject.operand, constant], spanOf(alternative));
}

/** Constants of an enum are written without its name. */
function constantOf(f: FunctionContext, node: SyntaxNode, subject: TypeRef | undefined): Operand {
  if (node.type !== 'identifier' || subject === undefined) return lowerExpression(f, node).operand;
  const place = { kind: 'static', type: subject.name, field: node.text } as const;
  const own = f.file.project.typeOf(subject.name);
  if (own?.declaration.kind === 'enum') return f.builder.produce((to) => ({ op: 'load', to, place, at: spanOf(node) }));
  const isText = /^(?:int|char|short|byte|java\.lang\.\w+)$/u.test(subject.name);
  return isText || own !== undefined ? lowerExpression(f, node).operand : { kind: 'symbol', name: `${subject.name}.${node.text}` };
}

/** `case P when c`: c is evaluated when P matches. */
function guardedTest(f: FunctionContext, test: Operand, guard: SyntaxNode): Operand {
  const to = f.builder.temporary();
  f.builder.assign(to, test, spanOf(guard));
  const then = f.builder.block(() => f.builder.assign(to, lowerOptional(f, guard.namedChildren[0]).operand, spanOf(guard)));
  f.builder.emit({ op: 'if', condition: local(to), then, else: [], at: spanOf(guard) });
  return local(to);
}

interface CaseSetting {
  readonly result: string | undefined;
  readonly expected: TypeRef | undefined;
  /** Collects the types of the values given. */
  readonly types: (TypeRef | undefined)[];
  readonly isLast: boolean;
}

function caseOf(f: FunctionContext, branch: SyntaxNode, labels: readonly (readonly Operand[] | 'default')[], setting: CaseSetting): Case {
  const tests = labels.includes('default') ? [] : labels.flatMap((label) => (label === 'default' ? [] : label));
  const contents = branch.namedChildren.filter((child) => child.type !== 'switch_label');
  const isRule = branch.type === 'switch_rule';
  const body = f.builder.block(() => {
    if (isRule) for (const content of contents) lowerRule(f, content, setting);
    else for (const content of contents) lowerStatement(f, content);
  });
  const ended = withoutBreak(body);
  return { tests, body: ended.body, fallsThrough: !isRule && !setting.isLast && !ended.ends };
}

/** What stands after `->`. */
function lowerRule(f: FunctionContext, content: SyntaxNode, { result, expected, types }: CaseSetting): void {
  if (content.type === 'block') {
    lowerBlock(f, content);
    return;
  }
  const expression = content.type === 'expression_statement' ? content.namedChildren[0] : undefined;
  if (result === undefined || expression === undefined) {
    lowerStatement(f, content);
    return;
  }
  const value = lowerExpression(f, expression, expected);
  types.push(value.type);
  f.builder.assign(result, value.operand, spanOf(expression));
}

/** A `break` at the end of a case ends the switch as the end of the case does. */
function withoutBreak(body: Block): { readonly body: Block; readonly ends: boolean } {
  const last = body.at(-1);
  if (last?.op === 'break' && last.label === undefined) return { body: body.slice(0, -1), ends: true };
  return { body, ends: endsAbruptly(last) };
}

/** Whether execution never goes past the statement. */
function endsAbruptly(last: Statement | undefined): boolean {
  switch (last?.op) {
    case 'return': case 'throw': case 'continue': case 'break': return true;
    case 'if': return endsAbruptly(last.then.at(-1)) && endsAbruptly(last.else.at(-1));
    case 'try':
      return endsAbruptly(last.finally.at(-1)) || (endsAbruptly(last.body.at(-1)) && last.handlers.every((h) => endsAbruptly(h.body.at(-1))));
    default: return false;
  }
}

