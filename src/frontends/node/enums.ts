/** Values of enum members, as far as they are literals or count on from one. */
import type { ES, Node } from './syntax.js';
import { literalString } from './syntax.js';

/** The constant that `name` stands for in the enum. */
export function enumConstant(node: ES.TSEnumDeclaration, name: string): string | number | undefined {
  let next: number | undefined = 0;
  for (const member of node.body.members) {
    const value: string | number | undefined = !member.initializer ? next : constantOf(member.initializer);
    if (enumMemberName(member) === name) return value;
    next = typeof value === 'number' ? value + 1 : undefined;
  }
  return undefined;
}

export function enumMemberName(member: ES.TSEnumMember): string {
  if (member.id.type === 'Identifier') return member.id.name;
  return literalString(member.id) ?? '<computed>';
}

function constantOf(node: Node): string | number | undefined {
  const string = literalString(node);
  if (string !== undefined) return string;
  if (node.type === 'Literal' && typeof node.value === 'number') return node.value;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const inner = constantOf(node.argument);
    return typeof inner === 'number' ? -inner : undefined;
  }
  if (node.type === 'BinaryExpression' && node.operator === '<<') {
    const [left, right] = [constantOf(node.left), constantOf(node.right)];
    return typeof left === 'number' && typeof right === 'number' ? left << right : undefined;
  }
  return undefined;
}
