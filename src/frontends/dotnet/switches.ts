/**
 * Switch statements and expressions. Tests are evaluated before the switch; with patterns the subject is `true` and each test
 * says whether its case applies.
 */
import type { Block, Operand, Statement, Switch, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { local, type FunctionContext, type Value } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { literalOf } from './literals.js';
import { testPattern } from './patterns.js';
import { lowerStatements } from './statements.js';
import { firstPart, hasToken, parts, spanOf } from './syntax.js';

type Case = Switch['cases'][number];

/** What one case asks for. */
interface Label {
  readonly pattern?: SyntaxNode;
  readonly when?: SyntaxNode;
}

export function lowerSwitchStatement(f: FunctionContext, node: SyntaxNode): void {
  const at = spanOf(node);
  const subject = lowerOptional(f, node.child('value'));
  const body = node.child('body');
  const sections = body === undefined ? [] : parts(body).filter((child) => child.type === 'switch_section');
  const labels = sections.map(labelOf);
  const usesPatterns = labels.some((label) => !isConstant(label));
  f.builder.scoped(() => {
    const tests = labels.map((label) => testOf(f, label, subject, usesPatterns));
    const cases = sections.map((section, i) => sectionCase(f, section, labels[i]!, tests[i]!, i === sections.length - 1));
    f.builder.emit({ op: 'switch', subject: usesPatterns ? { kind: 'constant', value: true } : subject.operand, cases, at });
  });
}

const PATTERN = /_pattern$|^discard$/u;

function labelOf(section: SyntaxNode): Label {
  if (hasToken(section, 'default')) return {};
  const [pattern] = parts(section);
  const when = section.childOfType('when_clause');
  return { ...(pattern === undefined ? {} : { pattern }), ...(when === undefined ? {} : { when }) };
}

/** Labels that are plain values can be left to the switch. */
function isConstant({ pattern, when }: Label): boolean {
  if (pattern === undefined) return true;
  if (when !== undefined) return false;
  if (!PATTERN.test(pattern.type)) return true;
  const inner = pattern.type === 'constant_pattern' ? firstPart(pattern) : undefined;
  return inner !== undefined && (inner.type === 'member_access_expression' || (literalOf(inner) ?? null) !== null);
}

function testOf(f: FunctionContext, { pattern, when }: Label, subject: Value, usesPatterns: boolean): readonly Operand[] {
  if (pattern === undefined) return [];
  if (!usesPatterns) return [lowerExpression(f, pattern.type === 'constant_pattern' ? (firstPart(pattern) ?? pattern) : pattern).operand];
  const matches = testPattern(f, pattern, subject);
  return [when === undefined ? matches : guardedTest(f, matches, when)];
}

/** `case P when c`: c is evaluated when P matches. */
function guardedTest(f: FunctionContext, test: Operand, guard: SyntaxNode): Operand {
  const to = f.builder.temporary();
  const at = spanOf(guard);
  f.builder.emit({ op: 'move', to, from: test, at });
  const then = f.builder.block(() => f.builder.assign(to, lowerOptional(f, firstPart(guard)).operand, at));
  f.builder.emit({ op: 'if', condition: local(to), then, else: [], at });
  return local(to);
}

function sectionCase(f: FunctionContext, section: SyntaxNode, label: Label, tests: readonly Operand[], isLast: boolean): Case {
  const statements = parts(section).filter((child) => child !== label.pattern && child.type !== 'when_clause');
  const body = f.builder.block(() => lowerStatements(f, statements));
  const ended = withoutBreak(body);
  return { tests, body: ended.body, fallsThrough: !isLast && !ended.ends && statements.length === 0 };
}

/** A `break` at the end of a case ends the switch as the end of the case does. */
function withoutBreak(body: Block): { readonly body: Block; readonly ends: boolean } {
  const last: Statement | undefined = body.at(-1);
  if (last?.op === 'break' && last.label === undefined) return { body: body.slice(0, -1), ends: true };
  return { body, ends: false };
}

/** `subject switch { pattern => value, … }` */
export function lowerSwitchExpression(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const at = spanOf(node);
  const [on] = parts(node);
  const subject = lowerOptional(f, on);
  const arms = parts(node.childOfType('switch_body') ?? node).filter((child) => child.type === 'switch_expression_arm');
  const to = f.builder.temporary();
  const types: (TypeRef | undefined)[] = [];
  f.builder.scoped(() => {
    const read = arms.map((arm) => ({ pattern: parts(arm)[0], when: arm.childOfType('when_clause'), value: parts(arm).at(-1) }));
    const tests = read.map(({ pattern, when }) => (pattern?.type === 'discard' && when === undefined ? [] : testOf(f, { pattern, when }, subject, true)));
    const cases = read.map(({ value }, i): Case => ({ tests: tests[i]!, body: f.builder.block(() => give(f, value, to, expected, types)), fallsThrough: false }));
    f.builder.emit({ op: 'switch', subject: { kind: 'constant', value: true }, cases, at });
  });
  const type = expected ?? types.find((t) => t !== undefined);
  return { operand: local(to), ...(type === undefined ? {} : { type }) };
}

function give(f: FunctionContext, node: SyntaxNode | undefined, to: string, expected: TypeRef | undefined, types: (TypeRef | undefined)[]): void {
  if (node === undefined) return;
  const value = lowerExpression(f, node, expected);
  types.push(value.type);
  if (node.type !== 'throw_expression') f.builder.assign(to, value.operand, spanOf(node));
}
