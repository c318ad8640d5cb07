import { describe, expect, it } from 'vitest';
import { createDotnetFrontend } from '../../src/frontends/dotnet/frontend.js';
import { parseHcl } from '../../src/frontends/tree-sitter/hcl.js';
import { takeInventory, type LambdaFunction } from '../../src/inventory/index.js';
import { memoryProject, type Files } from './memory-project.js';

async function functionsIn(files: Files): Promise<readonly LambdaFunction[]> {
  const project = memoryProject(files);
  const program = createDotnetFrontend().open(project);
  return takeInventory({ project, parseHcl, programFor: (language) => (language === 'dotnet' ? program : undefined) }).functions;
}

const CODE = 'using Amazon.Lambda.Core;\nnamespace Shop;\npublic class Orders {\n  public string Handle(string input, ILambdaContext context) => input;\n}\n';
const DEFAULTS = {
  'profile': '', 'region': 'eu-west-1', 'framework': 'net8.0', 'function-handler': 'Shop::Shop.Orders::Handle', 'function-memory-size': 512, 'function-timeout': 30, 'function-architecture': 'arm64',
  'environment-variables': '"A"="1";"B"="x=y"', 'function-subnets': 'subnet-1,subnet-2', 'function-layers': 'arn:1,arn:2',
};
const PROJECT: Files = { 'src/Shop/Orders.cs': CODE, 'src/Shop/Shop.csproj': '<Project />', 'src/Shop/aws-lambda-tools-defaults.json': JSON.stringify(DEFAULTS) };

describe('the defaults of the .NET tools', () => {
  it('declare the function of their project', async () => {
    const [fn, ...others] = await functionsIn(PROJECT);
    expect(others).toEqual([]);
    expect(fn).toMatchObject({
      id: 'src/Shop/aws-lambda-tools-defaults.json#Shop', name: 'Shop', declaredAs: '.NET tools', runtime: { value: 'dotnet8' }, memory: { value: 512 }, timeout: { value: 30 }, architecture: { value: 'arm64' },
      entries: [{ file: 'src/Shop/Orders.cs', symbol: 'Orders::Handle' }], layers: [{ value: 'arn:1' }, { value: 'arn:2' }], conflicts: [{ value: 'vpc-config' }],
    });
    expect([...fn!.environment].map(([name, { value }]) => [name, value])).toEqual([['A', '1'], ['B', 'x=y']]);
  });

  const template = (codeUri: string): string => JSON.stringify({ Resources: { Orders: { Type: 'AWS::Serverless::Function', Properties: { CodeUri: codeUri, Handler: 'Shop::Shop.Orders::Handle', Runtime: 'dotnet8' } } } });

  it.each([
    ['beside them', 'src/Shop/serverless.template', '.'],
    ['above them', 'template.json', 'src/Shop'],
  ])('declare nothing where a template does: %s', async (_, name, codeUri) => {
    expect((await functionsIn({ ...PROJECT, [name]: template(codeUri) })).map(({ id }) => id)).toEqual([`${name}#Orders`]);
  });

  it.each([
    ['without a handler', '{ "region": "eu-west-1" }'], ['with a template', '{ "function-handler": "Shop::Shop.Orders::Handle", "template": "other.template" }'], ['that cannot be read', '{'],
    ['of other types', '{ "function-handler": [], "environment-variables": {}, "function-layers": 3 }'],
  ])('say nothing %s', async (_, text) => {
    const [fn] = await functionsIn({ ...PROJECT, 'src/Shop/aws-lambda-tools-defaults.json': text });
    expect(fn!.id).toBe('src/Shop/Orders.cs#Orders::Handle');
  });

  it('lead back from what Amazon.Lambda.Annotations generates', async () => {
    const generated = JSON.stringify({ Resources: { ShopOrdersHandleGenerated: { Type: 'AWS::Serverless::Function', Properties: { CodeUri: '.', Handler: 'Shop::Shop.Orders_Handle_Generated::Handle', Runtime: 'dotnet8' } } } });
    const [fn] = await functionsIn({ 'src/Shop/Orders.cs': CODE.replace('public string', '[LambdaFunction] public string'), 'src/Shop/serverless.template': generated });
    expect(fn).toMatchObject({ id: 'src/Shop/serverless.template#ShopOrdersHandleGenerated', entries: [{ file: 'src/Shop/Orders.cs', symbol: 'Orders::Handle' }] });
  });
});
