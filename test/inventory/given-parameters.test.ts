import { describe, expect, it } from 'vitest';
import { inventoryOf } from './memory-project.js';

const CHILD = `Parameters: { Size: { Type: Number, Default: 512 }, Wait: { Type: Number, Default: 3 } }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, CodeUri: ., Handler: index.handler, MemorySize: !Ref Size, Timeout: !Ref Wait }
`;
const CODE = 'exports.handler = async (event) => event;';

async function settings(files: Readonly<Record<string, string>>) {
  const { functions } = await inventoryOf({ 'orders/index.js': CODE, 'orders/template.yaml': CHILD, ...files });
  return [functions[0]?.memory?.value, functions[0]?.timeout?.value];
}

describe('parameters get their values', () => {
  it('from samconfig.toml beside the template', async () => {
    const config = 'version = 0.1\n[default.deploy.parameters]\nstack_name = "s"\nparameter_overrides = "Size=\\"2048\\" ParameterKey=Wait,ParameterValue=20"\n[prod.deploy.parameters]\nparameter_overrides = "Size=4096"\n';
    expect(await settings({ 'orders/samconfig.toml': config })).toEqual([2048, 20]);
    expect(await settings({ 'samconfig.toml': config.replace('stack_name = "s"', 'template_file = "orders/template.yaml"').replace(/parameter_overrides.*20"/, 'parameter_overrides = ["Size=1024"]') })).toEqual([1024, 3]);
  });

  it('from the template that nests theirs, where it knows them', async () => {
    const parent = (size: string): string => `Parameters: { All: { Type: Number, Default: 3008 } }\nResources:\n  Child:\n    Type: AWS::Serverless::Application\n    Properties: { Location: orders/template.yaml, Parameters: { Size: ${size}, Wait: !ImportValue wait } }\n`;
    expect(await settings({ 'template.yaml': parent('!Ref All') })).toEqual([3008, 3]);
    expect(await settings({ 'template.yaml': parent('1024'), 'other.yaml': parent('2048') })).toEqual([512, 3]);
  });

  it('from their defaults otherwise', async () => {
    expect(await settings({})).toEqual([512, 3]);
    expect(await settings({ 'orders/samconfig.toml': 'parameter_overrides = [[' })).toEqual([512, 3]);
  });
});
