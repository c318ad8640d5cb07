import { expect, test } from 'vitest';
import type { FunctionBody, Statement } from './index.js';
import { printFunction } from './printer.js';

const at = { start: 0, end: 0 };

function bodyOf(body: readonly Statement[]): FunctionBody {
  return {
    id: 'a.ts#handler', name: 'handler', at, body, parameters: [
      { name: 'event', type: { name: 'Event', args: [] }, annotations: [], at },
      { name: 'rest', rest: 'list', annotations: [], at },
    ],
    isStatic: false, isAsync: true, isGenerator: false, isConstructor: false, isAbstract: false, isPrivate: false,
    annotations: [], localTypes: new Map(), capturedVariables: ['cache'],
  };
}

test('every place, callee and control structure has one form', () => {
  const text = printFunction(bodyOf([
    { op: 'load', to: '%1', place: { kind: 'module', module: 'a.ts', name: 'count' }, at },
    { op: 'compute', to: '%2', operator: '+', operands: [{ kind: 'local', name: '%1' }, { kind: 'constant', value: 1 }], at },
    { op: 'store', place: { kind: 'module', module: 'a.ts', name: 'count' }, value: { kind: 'local', name: '%2' }, how: 'update', at },
    { op: 'store', place: { kind: 'captured', owner: 'a.ts#handler', name: 'cache' }, value: { kind: 'constant', value: null }, how: 'initialise', at },
    { op: 'load', to: '%3', place: { kind: 'field', object: { kind: 'this' }, field: 'x-y' }, at },
    { op: 'delete', place: { kind: 'element', object: { kind: 'local', name: '%3' }, key: { kind: 'constant', value: 'k' } }, at },
    {
      op: 'if', condition: { kind: 'local', name: '%2' }, at, else: [{ op: 'return', at }], then: [
        { op: 'call', to: '%4', callee: { kind: 'symbol', name: 'node:fs.promises.writeFile' }, args: [{ value: { kind: 'constant', value: '/tmp/x' } }], at },
        { op: 'suspend', to: '%5', why: 'await', value: { kind: 'local', name: '%4' }, at },
      ],
    },
    {
      op: 'loop', at, test: [], update: [], over: { collection: { kind: 'local', name: '%5' }, element: 'row', suspends: true },
      body: [{ op: 'call', callee: { kind: 'method', receiver: { kind: 'local', name: 'row' }, name: 'close' }, args: [{ value: { kind: 'local', name: 'rest' }, spread: true }], at }],
    },
  ]));
  expect(text).toBe(`async fn a.ts#handler(event: Event, ...rest) {
  captures cache
  %1 = load module a.ts.count
  %2 = compute + %1, 1
  store module a.ts.count = %2 (update)
  store captured a.ts#handler.cache = null (initialise)
  %3 = load this."x-y"
  delete %3["k"]
  if %2 {
    %4 = call @node:fs.promises.writeFile("/tmp/x")
    %5 = suspend await %4
  } else {
    return
  }
  loop over %5 as row suspending {
    call method row.close(...rest)
  }
}
`);
});
