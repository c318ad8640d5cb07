import { describe, expect, it } from 'vitest';
import { inventoryOf } from './memory-project.js';

const CODE = 'exports.handler = async (event) => event;';

function template(name: string, properties: string): string {
  return `Resources:\n  Orders:\n    Type: AWS::Serverless::Function\n    Properties:\n      FunctionName: ${name}\n      CodeUri: src/\n      Handler: index.handler\n${properties.split('\n').map((line) => `      ${line}`).join('\n')}\n`;
}

describe('a function that several files declare', () => {
  it('is listed once when they agree, with what each of them says', async () => {
    const { functions } = await inventoryOf({
      'src/index.js': CODE,
      'template.yaml': template('orders', 'Runtime: nodejs22.x\nMemorySize: 1024'),
      'stack.yaml': template('orders', 'Runtime: nodejs22.x\nMemorySize: 1024\nTimeout: 20\nEnvironment: { Variables: { A: b } }'),
    });
    expect(functions).toMatchObject([{ id: 'stack.yaml#Orders', runtime: { value: 'nodejs22.x' }, timeout: { value: 20 } }]);
    expect(functions[0]?.evidence).toContain('also declared in template.yaml#Orders');
  });

  it('is listed for each of them when they do not, and each names the others', async () => {
    const { functions } = await inventoryOf({
      'src/index.js': CODE,
      'dev.yaml': template('orders', 'Runtime: nodejs22.x\nMemorySize: 512'), 'prod.yaml': template('orders', 'Runtime: nodejs22.x\nMemorySize: 2048'),
    });
    expect(functions.map(({ id, evidence }) => [id, evidence.at(-1)])).toEqual([
      ['dev.yaml#Orders', 'also declared in prod.yaml#Orders, with another memory'], ['prod.yaml#Orders', 'also declared in dev.yaml#Orders, with another memory'],
    ]);
  });

  it('is another function when its name or its code is another one, or both stand in one file', async () => {
    const { functions } = await inventoryOf({
      'src/index.js': CODE, 'other/src/index.js': CODE,
      'a.yaml': template('orders', 'Runtime: nodejs22.x'), 'b.yaml': template('returns', 'Runtime: nodejs22.x'), 'other/a.yaml': template('orders', 'Runtime: nodejs22.x'),
    });
    expect(functions.map(({ id }) => id)).toEqual(['a.yaml#Orders', 'b.yaml#Orders', 'other/a.yaml#Orders']);
  });
});
