/**
 * The readable text form of the IR (see EXAMPLES.md): for golden tests and `--print ir`. Equal input gives equal text; spans
 * are left out, because a golden file must survive a moved line.
 */
import type { Block, Call, Entry, Instruction, Loop, Statement, Switch, Try } from './statements.js';
import type { Argument, Callee, Operand, Place, TypeRef } from './operands.js';
import type { Annotation, Export, Field, FunctionBody, FunctionSignature, Module, ModuleIndex, Parameter, TypeDeclaration } from './module.js';

/** `module` with its declarations and every body, bodies in source order. */
export function printModule(module: Module): string {
  const bodies = [...module.bodies.values()].sort((a, b) => a.at.start - b.at.start || compare(a.id, b.id));
  return [printIndex(module), ...bodies.map(printFunction)].join('\n');
}

/** The declarations of a file, one a line. */
export function printIndex(index: ModuleIndex): string {
  const lines = [`module ${index.file}${index.namespace === undefined ? '' : ` in ${index.namespace}`}`];
  for (const file of index.imports) lines.push(`import ${file}`);
  for (const name of index.libraries) lines.push(`library ${name}`);
  const names = [...index.exports.keys()].sort(compare);
  for (const name of names) lines.push(`export ${name} = ${printExport(index.exports.get(name)!)}`);
  for (const file of index.exportAll) lines.push(`export * from ${file}`);
  if (index.exportsObject) lines.push('exports object');
  for (const b of index.bindings) {
    const made = [b.implementation, b.provider === undefined ? undefined : `made by ${b.provider}`, b.by === undefined ? undefined : `in ${b.by}`].filter((x) => x !== undefined);
    lines.push(`binding ${b.lifetime} ${b.service}${typeArgumentsText(b.args ?? [])}${b.key === undefined ? '' : ` '${b.key}'`} = ${made.join(' ')}`);
  }
  for (const type of index.types) lines.push(...typeLines(type));
  for (const p of index.problems) lines.push(`problem ${p.kind}${p.line === undefined ? '' : ` line ${p.line}`}: ${p.message}`);
  return lines.join('\n') + '\n';
}

/** One function with its head. */
export function printFunction(body: FunctionBody): string {
  const lines = [`${signatureText(body)} {`];
  if (body.capturedVariables.length > 0) lines.push(`  captures ${body.capturedVariables.join(', ')}`);
  for (const name of [...body.localTypes.keys()].sort(compare)) lines.push(`  local ${name}: ${printType(body.localTypes.get(name)!)}`);
  lines.push(...blockLines(body.body, '  '), '}');
  return lines.join('\n') + '\n';
}

/** A type with its arguments: `Map<string, array<T>>`. */
export function printType(type: TypeRef): string {
  return type.args.length === 0 ? type.name : `${type.name}<${type.args.map(printType).join(', ')}>`;
}

/** An operand as an instruction shows it. */
export function printOperand(operand: Operand): string {
  switch (operand.kind) {
    case 'local': return operand.name;
    case 'constant': return JSON.stringify(operand.value) ?? String(operand.value);
    case 'this': return 'this';
    case 'symbol': return `@${operand.name}`;
    case 'type': return `type ${operand.type}`;
    case 'namespace': return `namespace ${operand.module}`;
  }
}

/** A place as an instruction shows it. */
export function printPlace(place: Place): string {
  switch (place.kind) {
    case 'captured': return `captured ${place.owner}.${place.name}`;
    case 'module': return `module ${place.module}.${memberName(place.name)}`;
    case 'static': return `static ${place.type}.${memberName(place.field)}`;
    case 'field': return `${receiverText(place.object)}.${memberName(place.field)}`;
    case 'element': return `${receiverText(place.object)}[${printOperand(place.key)}]`;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function printExport(e: Export): string {
  switch (e.kind) {
    case 'variable': return e.name;
    case 'member': return `exports.${memberName(e.name)}${e.function === undefined ? '' : ` (${e.function})`}`;
    case 'reexport': return `${e.name} of ${e.module}`;
    case 'namespace': return `namespace ${e.module}`;
    case 'symbol': return `@${e.name}`;
  }
}

function typeLines(type: TypeDeclaration): string[] {
  const parameters = type.typeParameters.length === 0 ? '' : `<${type.typeParameters.join(', ')}>`;
  const bases = type.bases.length === 0 ? '' : ` : ${type.bases.map(printType).join(', ')}`;
  const outer = type.outer === undefined ? '' : ` inside ${type.outer}`;
  const lines = [`${annotationsText(type.annotations)}${type.isAbstract ? 'abstract ' : ''}${type.kind} ${type.id}${parameters}${bases}${outer} {`];
  for (const field of type.fields) lines.push(`  ${fieldText(field)}`);
  if (type.staticInit !== undefined) lines.push(`  static init ${type.staticInit}`);
  if (type.instanceInit !== undefined) lines.push(`  init ${type.instanceInit}`);
  for (const method of type.methods) lines.push(`  ${signatureText(method)}`);
  return [...lines, '}'];
}

function fieldText(field: Field): string {
  const modifiers = `${field.isStatic ? 'static ' : ''}${field.isFinal ? 'final ' : ''}${field.isVolatile ? 'volatile ' : ''}`;
  const constant = field.constant === undefined ? '' : ` = ${JSON.stringify(field.constant)}`;
  return `${annotationsText(field.annotations)}${modifiers}field ${memberName(field.name)}${typed(field.type)}${constant}`;
}

function signatureText(f: FunctionSignature): string {
  const modifiers: readonly [boolean, string][] = [
    [f.isPrivate, 'private'], [f.isStatic, 'static'], [f.isAbstract, 'abstract'], [f.isAsync, 'async'],
    [f.isGenerator, 'generator'], [f.isConstructor, 'constructor'], [f.accessor !== undefined, f.accessor ?? ''], [f.ownThis === true, 'own-this'],
  ];
  const words = modifiers.filter(([holds]) => holds).map(([, word]) => `${word} `).join('');
  const within = f.owner !== undefined ? ` of ${f.owner}` : f.enclosing !== undefined ? ` in ${f.enclosing}` : '';
  return `${annotationsText(f.annotations)}${words}fn ${f.id}(${f.parameters.map(parameterText).join(', ')})${typed(f.returns)}${within}`;
}

function parameterText(p: Parameter): string {
  const prefix = p.rest === 'list' ? '...' : p.rest === 'map' ? '**' : '';
  return `${annotationsText(p.annotations)}${prefix}${p.name}${p.optional === true ? '?' : ''}${typed(p.type)}`;
}

function annotationsText(annotations: readonly Annotation[]): string {
  return annotations.map((a) => {
    const args = a.args.map((arg) => `${arg.name === undefined ? '' : `${arg.name} = `}${JSON.stringify(arg.value)}`);
    return `#[${a.name}${args.length === 0 ? '' : `(${args.join(', ')})`}] `;
  }).join('');
}

function typed(type: TypeRef | undefined): string {
  return type === undefined ? '' : `: ${printType(type)}`;
}

/** Names that are no plain words (`o['x-y']`) are quoted, so that a dot in a name cannot be taken for a path. */
function memberName(name: string): string {
  return /^[#\p{L}\p{N}_$<>*]+$/u.test(name) ? name : JSON.stringify(name);
}

function receiverText(operand: Operand): string {
  return operand.kind === 'type' || operand.kind === 'namespace' ? `(${printOperand(operand)})` : printOperand(operand);
}

function blockLines(block: Block, indent: string): string[] {
  return block.flatMap((statement) => statementLines(statement, indent));
}

function statementLines(s: Statement, indent: string): string[] {
  const inner = indent + '  ';
  switch (s.op) {
    case 'if': {
      const lines = [`${indent}if ${printOperand(s.condition)} {`, ...blockLines(s.then, inner)];
      if (s.else.length > 0) lines.push(`${indent}} else {`, ...blockLines(s.else, inner));
      return [...lines, `${indent}}`];
    }
    case 'loop': return loopLines(s, indent);
    case 'try': return tryLines(s, indent);
    case 'switch': return switchLines(s, indent);
    case 'label': return [`${indent}label ${s.label} {`, ...blockLines(s.body, inner), `${indent}}`];
    case 'break':
    case 'continue': return [`${indent}${s.op}${s.label === undefined ? '' : ` ${s.label}`}`];
    case 'return':
    case 'throw': return [`${indent}${s.op}${s.value === undefined ? '' : ` ${printOperand(s.value)}`}`];
    default: return [indent + instructionText(s)];
  }
}

function loopLines(loop: Loop, indent: string): string[] {
  const inner = indent + '  ';
  const over = loop.over === undefined ? '' :
    ` over ${printOperand(loop.over.collection)}${loop.over.keysOnly === true ? ' keys' : ''} as ${loop.over.element}${loop.over.suspends ? ' suspending' : ''}`;
  const lines = [`${indent}loop${loop.label === undefined ? '' : ` ${loop.label}`}${over} {`];
  const test = loop.test.length === 0 ? [] : [`${inner}test {`, ...blockLines(loop.test, inner + '  '), `${inner}}`];
  if (loop.condition !== undefined) test.push(`${inner}while ${printOperand(loop.condition)}`);
  if (loop.testLast !== true) lines.push(...test);
  lines.push(...blockLines(loop.body, inner));
  if (loop.testLast === true) lines.push(...test);
  if (loop.update.length > 0) lines.push(`${inner}update {`, ...blockLines(loop.update, inner + '  '), `${inner}}`);
  return [...lines, `${indent}}`];
}

function tryLines(s: Try, indent: string): string[] {
  const inner = indent + '  ';
  const lines = [`${indent}try {`, ...blockLines(s.body, inner)];
  for (const h of s.handlers) {
    const parameter = h.parameter === undefined ? '' : ` ${h.parameter}`;
    lines.push(`${indent}} catch${parameter}${typed(h.type)} {`, ...blockLines(h.body, inner));
  }
  if (s.finally.length > 0) lines.push(`${indent}} finally {`, ...blockLines(s.finally, inner));
  return [...lines, `${indent}}`];
}

function switchLines(s: Switch, indent: string): string[] {
  const lines = [`${indent}switch ${printOperand(s.subject)} {`];
  for (const c of s.cases) {
    const head = c.tests.length === 0 ? 'default' : `case ${c.tests.map(printOperand).join(', ')}`;
    lines.push(`${indent}  ${head} {`, ...blockLines(c.body, indent + '    '), `${indent}  }${c.fallsThrough ? ' falls through' : ''}`);
  }
  return [...lines, `${indent}}`];
}

function instructionText(i: Instruction): string {
  switch (i.op) {
    case 'move': return `${i.to}${typed(i.type)} = ${printOperand(i.from)}`;
    case 'load': return `${i.to} = load ${printPlace(i.place)}`;
    case 'store': return `store ${printPlace(i.place)} = ${printOperand(i.value)}${i.how === 'assign' ? '' : ` (${i.how})`}`;
    case 'delete': return `delete ${printPlace(i.place)}`;
    case 'compute': return `${i.to} = compute ${i.operator} ${listText(i.operands)}`;
    case 'concat': return `${i.to} = concat ${listText(i.parts)}`;
    case 'object': return `${i.to} = object {${i.entries.map(entryText).join(', ')}}`;
    case 'array': return `${i.to} = array ${i.type === undefined ? '' : `${printType(i.type)} `}[${argumentsText(i.items)}]`;
    case 'closure': return `${i.to} = closure ${i.function}`;
    case 'new': return `${i.to} = new ${i.type === undefined ? `value ${printOperand(i.callee ?? { kind: 'constant', value: null })}` : printType(i.type)}(${argumentsText(i.args)})`;
    case 'call': return callText(i);
    case 'suspend': return `${assigned(i.to)}suspend ${i.why}${i.value === undefined ? '' : ` ${printOperand(i.value)}`}`;
    case 'acquire': return `acquire ${i.mode} ${printOperand(i.lock)}`;
    case 'release': return `release ${printOperand(i.lock)}`;
    case 'unknown': return `${assigned(i.to)}unknown ${i.node}${i.operands.length === 0 ? '' : ` ${listText(i.operands)}`}`;
  }
}

function callText(call: Call): string {
  return `${assigned(call.to)}call ${calleeText(call.callee)}${typeArgumentsText(call.typeArguments ?? [])}(${argumentsText(call.args)})`;
}

function typeArgumentsText(types: readonly TypeRef[]): string {
  return types.length === 0 ? '' : `<${types.map(printType).join(', ')}>`;
}

function calleeText(callee: Callee): string {
  switch (callee.kind) {
    case 'direct': return `direct ${callee.function}${callee.receiver === undefined ? '' : ` on ${printOperand(callee.receiver)} `}`;
    case 'method': {
      const receiver = callee.type === undefined ? receiverText(callee.receiver) : `(${printOperand(callee.receiver)}${typed(callee.type)})`;
      return `method ${receiver}.${memberName(callee.name)}`;
    }
    case 'super': return `super ${callee.type}.${memberName(callee.name)}`;
    case 'value': return `value ${printOperand(callee.value)}`;
    case 'symbol': return `@${callee.name}`;
  }
}

function assigned(to: string | undefined): string {
  return to === undefined ? '' : `${to} = `;
}

function listText(operands: readonly Operand[]): string {
  return operands.map(printOperand).join(', ');
}

function argumentsText(args: readonly Argument[]): string {
  return args.map((a) => `${a.spread === true ? '...' : ''}${a.name === undefined ? '' : `${a.name}: `}${printOperand(a.value)}`).join(', ');
}

function entryText(entry: Entry): string {
  if (entry.key === undefined) return `...${printOperand(entry.value)}`;
  const key = entry.key.kind === 'constant' && typeof entry.key.value === 'string' ? memberName(entry.key.value) : `[${printOperand(entry.key)}]`;
  return `${entry.accessor === undefined ? '' : `${entry.accessor} `}${key}: ${printOperand(entry.value)}`;
}
