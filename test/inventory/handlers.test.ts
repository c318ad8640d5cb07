import { describe, expect, it } from 'vitest';
import type { Inventory, LambdaFunction } from '../../src/inventory/index.js';
import { classDeclaration, declaredProgram, inventoryOf, moduleIndex, signature, type Files } from './memory-project.js';

/** A SAM template with one function. */
function sam(properties: Readonly<Record<string, unknown>>, metadata?: unknown): string {
  return JSON.stringify({ Resources: { Fn: { Type: 'AWS::Serverless::Function', Properties: properties, ...(metadata ? { Metadata: metadata } : {}) } } });
}

function only(inventory: Inventory): LambdaFunction {
  expect(inventory.functions).toHaveLength(1);
  return inventory.functions[0]!;
}

function entriesOf(fn: LambdaFunction): readonly string[] {
  return fn.entries.map(({ file, symbol }) => `${file}#${symbol}`);
}

describe('Node.js handlers', () => {
  const node = async (handler: string, files: Files, properties: object = {}, metadata?: unknown): Promise<LambdaFunction> =>
    only(await inventoryOf({ 'template.json': sam({ Runtime: 'nodejs22.x', CodeUri: 'api/', Handler: handler, ...properties }, metadata), ...files }));

  it.each(['js', 'mjs', 'ts', 'mts'])('finds folder/file.export in .%s', async (extension) => {
    const fn = await node('handlers/orders.list', { [`api/handlers/orders.${extension}`]: 'export const list = async (event) => event;' });
    expect(entriesOf(fn)).toEqual([`api/handlers/orders.${extension}#list`]);
    expect(fn.entries[0]?.at).toMatchObject({ line: 1, column: 14 });
    expect(fn.codeFolder?.value).toBe('api');
  });

  it.each(['cjs', 'cts'])('finds CommonJS exports in .%s', async (extension) => {
    expect(entriesOf(await node('app.handler', { [`api/app.${extension}`]: 'exports.handler = async () => 1;' }))).toEqual([`api/app.${extension}#handler`]);
  });

  it('finds index files of folders, and dotted export paths', async () => {
    expect(entriesOf(await node('orders.api.list', { 'api/orders/index.js': 'module.exports = { api: { list: () => 1 } };' }))).toEqual(['api/orders/index.js#api.list']);
  });

  it('leads from build output to the source', async () => {
    const source = { 'api/src/app.ts': 'export const handler = async () => 1;' };
    expect(entriesOf(await node('dist/app.handler', source))).toEqual(['api/src/app.ts#handler']);
    expect(entriesOf(await node('app.handler', source, { CodeUri: 'api/dist/' }))).toEqual(['api/src/app.ts#handler']);
    // A script copies the folder of the code into the output: `cp -r service .build/lambdas`.
    expect(entriesOf(await node('service/app.handler', { 'service/app.js': 'exports.handler = async () => 1;' }, { CodeUri: '.build/lambdas' }))).toEqual(['service/app.js#handler']);
    expect(entriesOf(await node('app.handler', { 'api/lib/app.ts': source['api/src/app.ts'] }, {}, { BuildMethod: 'esbuild', BuildProperties: { EntryPoints: ['lib/app.ts'] } }))).toEqual(['api/lib/app.ts#handler']);
  });

  it('leads from a bundle to the source that a command of the package makes it of', async () => {
    const handler = 'export const handler = async () => 1;';
    const sources = { 'api/src/lambda.ts': handler, 'api/src/index/index.ts': handler, 'api/src/other.ts': handler };
    const built = async (build: string, properties: object = { CodeUri: 'api/orders.zip' }, more: Files = {}): Promise<readonly string[]> =>
      entriesOf(only(await inventoryOf({ 'template.json': sam({ Runtime: 'nodejs22.x', Handler: 'index.handler', ...properties }), 'api/package.json': JSON.stringify({ scripts: { test: 'jest', build } }), ...sources, ...more })));
    const found = ['api/src/lambda.ts#handler'];
    expect(await built('ncc build src/lambda.ts -o dist')).toEqual(found);
    expect(await built('tsc --noEmit && npx ncc build src/lambda.ts')).toEqual(found);
    expect(await built('NODE_ENV=production esbuild ./src/lambda.ts --bundle --platform=node --outfile=out/index.js', { CodeUri: 'api/out/' })).toEqual(found);
    expect(await built('esbuild src/index/index.ts --bundle --outdir=dist', { CodeUri: 'api/dist' })).toEqual(['api/src/index/index.ts#handler']);
    expect(await built('rollup -c')).not.toEqual(found);
    expect(await built('ncc build src/lambda.ts -o dist && ncc build src/other.ts -o admin', { CodeUri: 'api/admin' })).toEqual(['api/src/other.ts#handler']);
    expect(await built('ncc build src/$NAME.ts -o dist; ncc build src/missing.ts')).not.toEqual(found);
    const script = (name: string): string => `const esbuild = require('esbuild');\nesbuild.build({ entryPoints: ['./src/${name}.ts'], bundle: true, outfile: 'out/${name}/index.js' });`;
    expect(await built('node build.js', { CodeUri: 'api/out/lambda/lambda.zip' }, { 'api/src/buildLambda.js': script('lambda'), 'api/src/buildOther.js': script('other') })).toEqual(found);
  });

  it('takes no bundle that several sources may be', async () => {
    const scripts = { one: 'ncc build src/a.ts -o one', two: 'ncc build src/b.ts -o two', broken: 1 };
    const inventory = await inventoryOf({
      'template.json': sam({ Runtime: 'nodejs22.x', Handler: 'index.handler', CodeUri: 'api/orders.zip' }), 'api/package.json': JSON.stringify({ scripts }),
      'api/src/a.ts': 'export const handler = () => 1;', 'api/src/b.ts': 'export const handler = () => 1;',
    });
    expect(inventory.functions.find(({ id }) => id === 'template.json#Fn')?.notAnalysed?.kind).toBe('handler-not-found');
  });

  it('says which file or export was looked for', async () => {
    expect((await node('app.handler', { 'api/other.js': '' })).notAnalysed).toEqual({
      kind: 'handler-not-found', isCertain: true, reason: 'no file api/app with the extension .ts, .mts, .cts, .js, .mjs or .cjs',
    });
    expect((await node('app.handler', { 'api/app.js': 'exports.main = () => 1;' })).notAnalysed).toEqual({
      kind: 'handler-not-found', isCertain: true, reason: 'api/app.js does not export handler (it exports main)',
    });
    expect((await node('app.handler', { 'api/app.js': 'exports.main = () => 1; exports[other] = main;' })).notAnalysed).toEqual({
      kind: 'handler-not-found', reason: 'api/app.js does not export handler (it exports main)',
    });
  });

  it('accepts handlers that are re-exported, wrapped or computed', async () => {
    const files = { 'api/impl.js': 'export const handler = async () => 1;', 'api/a.js': 'export * from "./impl.js";', 'api/b.js': 'const f = () => 1; export const handler = wrap(f);', 'api/c.js': 'module.exports = make();' };
    for (const name of ['a', 'b', 'c']) expect(entriesOf(await node(`${name}.handler`, files))).toEqual([`api/${name}.js#handler`]);
  });
});

describe('Python handlers', () => {
  const handler = signature('api/orders/app.py#lambda_handler', [['event'], ['context']]);
  const program = declaredProgram([
    moduleIndex('api/orders/app.py', { functions: [handler] }),
    moduleIndex('api/orders/__init__.py', { exports: new Map([['lambda_handler', { kind: 'reexport', module: 'api/orders/app.py', name: 'lambda_handler' }]]) }),
  ]);
  const python = async (name: string, codeUri = 'api'): Promise<LambdaFunction> => only(await inventoryOf({
    'template.json': sam({ Runtime: 'python3.13', CodeUri: codeUri, Handler: name }), 'api/orders/app.py': '', 'api/orders/__init__.py': '',
  }, { python: program }));

  it.each(['orders.app.lambda_handler', 'orders/app.lambda_handler'])('finds %s', async (name) => {
    expect(entriesOf(await python(name))).toEqual(['api/orders/app.py#lambda_handler']);
  });

  it('finds packages, and modules of an archive that is built elsewhere', async () => {
    expect(entriesOf(await python('orders.lambda_handler'))).toEqual(['api/orders/__init__.py#lambda_handler']);
    expect(entriesOf(await python('app.lambda_handler', 's3://bucket/key.zip'))).toEqual(['api/orders/app.py#lambda_handler']);
  });

  it('says what is missing', async () => {
    expect((await python('app.handler')).notAnalysed?.reason).toBe('no module api/app.py');
    expect((await python('orders.app.other')).notAnalysed?.reason).toBe('api/orders/app.py does not define other');
  });
});

describe('Java handlers', () => {
  const java = async (handler: string, files: Files, properties: object = {}): Promise<LambdaFunction> =>
    only(await inventoryOf({ 'template.json': sam({ Runtime: 'java21', CodeUri: 'target/app.jar', Handler: handler, ...properties }), ...files }));
  const app = 'package com.acme;\nimport com.amazonaws.services.lambda.runtime.*;\npublic class App implements RequestHandler<String, String> {\n  public String handleRequest(String in, Context c) { return in; }\n  static class Inner { public String run(String in) { return in; } }\n}\n';

  it('finds pkg.Class::method, pkg.Class and nested classes', async () => {
    const files = { 'src/main/java/com/acme/App.java': app };
    expect(entriesOf(await java('com.acme.App::handleRequest', files))).toEqual(['src/main/java/com/acme/App.java#App::handleRequest']);
    expect(entriesOf(await java('com.acme.App', files))).toEqual(['src/main/java/com/acme/App.java#App::handleRequest']);
    expect(entriesOf(await java('com.acme.App$Inner::run', files)).at(0)).toBe('src/main/java/com/acme/App.java#App.Inner::run');
  });

  it('finds methods that are inherited', async () => {
    const files = { 'src/main/java/com/acme/App.java': app.replace('public class', 'public abstract class'), 'src/main/java/com/acme/Orders.java': 'package com.acme;\npublic class Orders extends App {}\n' };
    const fn = await java('com.acme.Orders::handleRequest', files);
    expect(entriesOf(fn)).toEqual(['src/main/java/com/acme/Orders.java#Orders::handleRequest']);
    expect(fn.evidence).toContain('implements RequestHandler');
  });

  it('takes what a class overrides for what its base class from elsewhere calls', async () => {
    const orders = 'package com.acme;\nimport org.team.ApiHandler;\npublic class Orders extends ApiHandler<String> {\n  @Override protected void validate(String in) {}\n  @Override protected String process(String in) { return help(in); }\n  private String help(String in) { return in; }\n  @Override public String toString() { return ""; }\n}\n';
    const fn = await java('com.acme.Orders', { 'src/main/java/com/acme/Orders.java': orders });
    expect(entriesOf(fn)).toEqual(['src/main/java/com/acme/Orders.java#Orders::validate', 'src/main/java/com/acme/Orders.java#Orders::process']);
    expect(fn.receivedBy).toBe('org.team.ApiHandler');
    const plain = await java('com.acme.Orders', { 'src/main/java/com/acme/Orders.java': orders.replaceAll('@Override ', '') });
    expect(plain.notAnalysed?.reason).toBe('Orders in src/main/java/com/acme/Orders.java has no method handleRequest');
  });

  it('knows a class in a package without a runtime, as images have none', async () => {
    const template = JSON.stringify({ Resources: { Fn: { Type: 'AWS::Serverless::Function', Properties: { PackageType: 'Image', ImageUri: 'x', ImageConfig: { Command: ['com.acme.Orders'] } } } } });
    const java = 'package com.acme;\nimport com.amazonaws.services.lambda.runtime.*;\npublic class Orders implements RequestHandler<String, String> { public String handleRequest(String in, Context c) { return in; } }';
    const fn = only(await inventoryOf({ 'template.json': template, 'src/main/java/com/acme/Orders.java': java }));
    expect([fn.language, ...entriesOf(fn)]).toEqual(['java', 'src/main/java/com/acme/Orders.java#Orders::handleRequest']);
  });

  it('takes the class of the function\'s own folder when several have its name', async () => {
    const files = { 'a/src/main/java/com/acme/App.java': app, 'b/src/main/java/com/acme/App.java': app };
    const inventory = await inventoryOf({ 'template.json': sam({ Runtime: 'java21', CodeUri: 'b', Handler: 'com.acme.App' }), ...files });
    expect(inventory.functions.map((fn) => fn.id)).toEqual(['a/src/main/java/com/acme/App.java#App::handleRequest', 'template.json#Fn']);
    expect(entriesOf(inventory.functions[1]!)).toEqual(['b/src/main/java/com/acme/App.java#App::handleRequest']);
  });

  it('follows a framework\'s handler to the bean that the environment names', async () => {
    const bean = (name: string): string => `package com.acme;\nimport java.util.function.Function;\nimport org.springframework.stereotype.Component;\n@Component("${name}")\npublic class ${name}Function implements Function<String, String> { public String apply(String in) { return in; } }\n// @Bean\n`;
    const files = { 'src/main/java/com/acme/CreateFunction.java': bean('Create'), 'src/main/java/com/acme/DeleteFunction.java': bean('Delete') };
    const fn = (await inventoryOf({
      'template.json': sam({ Runtime: 'java21', CodeUri: '.', Handler: 'org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest', Environment: { Variables: { SPRING_CLOUD_FUNCTION_DEFINITION: 'delete' } } }), ...files,
    })).functions.find(({ id }) => id === 'template.json#Fn')!;
    expect(entriesOf(fn)).toEqual(['src/main/java/com/acme/DeleteFunction.java#DeleteFunction::apply']);
  });

  it('takes Quarkus\' handler for a web application where there is no function that it could call', async () => {
    const resource = 'package com.acme;\nimport jakarta.ws.rs.*;\n@Path("/orders")\npublic class OrdersResource {\n  @GET public String list() { return ""; }\n}\n';
    const quarkus = 'io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest';
    const fn = await java(quarkus, { 'src/main/java/com/acme/OrdersResource.java': resource });
    expect([entriesOf(fn), fn.webAdapter]).toEqual([['src/main/java/com/acme/OrdersResource.java#OrdersResource::list'], 'quarkus-http']);
    const called = (await inventoryOf({ 'template.json': sam({ Runtime: 'java21', CodeUri: 'target/app.jar', Handler: quarkus }), 'src/main/java/com/acme/OrdersResource.java': resource, 'src/main/java/com/acme/App.java': app })).functions.find(({ id }) => id === 'template.json#Fn')!;
    expect(entriesOf(called)).toEqual(['src/main/java/com/acme/App.java#App::handleRequest']);
  });

  it('says what is missing', async () => {
    expect((await java('com.acme.Other', { 'src/main/java/com/acme/Other.kt': '' })).notAnalysed?.reason).toBe('it is written in Kotlin (src/main/java/com/acme/Other.kt), for which there is no front-end');
    expect((await java('com.acme.Gone', {})).notAnalysed?.reason).toBe('no class com.acme.Gone below the root');
  });
});

describe('.NET handlers', () => {
  const context = [['input', 'string'], ['context', 'Amazon.Lambda.Core.ILambdaContext']] as const;
  const type = classDeclaration('Acme.Orders.Function', [signature('src/Orders/Function.cs#Function.Handle', context, { name: 'Function.Handle', owner: 'Acme.Orders.Function' })]);
  const functionIndex = moduleIndex('src/Orders/Function.cs', { namespace: 'Acme.Orders', types: [type] });
  const programIndex = moduleIndex('src/Api/Program.cs', {});
  const dotnet = async (handler: string, properties: object = {}): Promise<LambdaFunction | undefined> => (await inventoryOf({
    'template.json': sam({ Runtime: 'dotnet8', CodeUri: 'src/Orders/', Handler: handler, ...properties }),
    'src/Orders/Function.cs': 'class Function { void Handle(ILambdaContext c) {} }', 'src/Api/Program.cs': 'await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();',
  }, { dotnet: declaredProgram([functionIndex, programIndex]) })).functions.find(({ id }) => id === 'template.json#Fn');

  it('finds Assembly::Namespace.Class::Method, also where annotations generated it', async () => {
    for (const handler of ['Orders::Acme.Orders.Function::Handle', 'Orders::Acme.Orders.Function_Handle_Generated::Handle']) {
      expect(entriesOf((await dotnet(handler))!)).toEqual(['src/Orders/Function.cs#Function::Handle']);
    }
  });

  it('finds the program of an executable assembly', async () => {
    expect(entriesOf((await dotnet('Api', { CodeUri: 'src/Api' }))!)).toEqual(['src/Api/Program.cs#<main>']);
    expect(entriesOf((await dotnet('Orders'))!)).toEqual(['src/Orders/Function.cs#Function::Handle']);
  });

  it('says what is missing', async () => {
    expect((await dotnet('Orders::Acme.Orders.Function::Gone'))?.notAnalysed?.reason).toBe('Function in src/Orders/Function.cs has no method Gone');
    expect((await dotnet('Orders::Acme.Gone::Handle'))?.notAnalysed?.reason).toBe('no class Acme.Gone');
  });
});

describe('functions whose code cannot be read', () => {
  const kindOf = async (properties: object, files: Files = {}): Promise<string | undefined> => {
    const { kind, reason } = only(await inventoryOf({ 'template.json': sam({ Handler: 'app.handler', ...properties }), ...files })).notAnalysed ?? {};
    return `${kind}: ${reason}`;
  };

  it('gives the reason', async () => {
    expect(await kindOf({ Runtime: 'provided.al2023' })).toBe('unsupported-runtime: there is no front-end for the runtime provided.al2023');
    expect(await kindOf({ Runtime: 'provided.al2023' }, { 'go.mod': 'module x', 'main.go': 'package main' })).toBe('unsupported-runtime: it is written in Go (go.mod), for which there is no front-end');
    expect(await kindOf({ Runtime: 'nodejs22.x', CodeUri: 'dist/app.zip' })).toMatch(/^handler-not-found: no file app with [^:]* in the sources: its code is the archive dist\/app\.zip, which is not read$/);
    expect(await kindOf({ Runtime: 'nodejs22.x', CodeUri: 's3://code/app.zip' })).toMatch(/^handler-not-found: no file app with [^:]* beside the template: its code is not in the repository, or nothing says where$/);
    expect(await kindOf({ Runtime: 'nodejs22.x', InlineCode: 'exports.handler = 1' })).toBe('no-code: its code is written inside the template, in a form that is not read');
    expect(await kindOf({ Runtime: 'nodejs22.x', Handler: { Ref: 'Which' } })).toBe('handler-not-found: its handler is not known (Handler: a reference to the resource Which)');
    expect(await kindOf({ PackageType: 'Image', ImageUri: 'x', Handler: undefined })).toBe('image: neither the template nor a Dockerfile says which handler its image runs');
  });

  it('reads the handler, the runtime and the variables of an image from its Dockerfile', async () => {
    const fn = only(await inventoryOf({
      'template.json': sam({ PackageType: 'Image' }, { DockerContext: 'fn', Dockerfile: 'Dockerfile.prod' }),
      'fn/Dockerfile.prod': 'FROM node:22 AS build\nRUN x\nFROM public.ecr.aws/lambda/nodejs:22\nENV MODE="a b"\nCMD [ "app.handler" ]\n',
      'fn/app.js': 'exports.handler = async () => 1;',
    }));
    expect(entriesOf(fn)).toEqual(['fn/app.js#handler']);
    expect(fn).toMatchObject({ runtime: { value: 'nodejs22.x' }, baseImage: { value: 'public.ecr.aws/lambda/nodejs:22', from: { line: 3 } } });
    expect(fn.environment.get('MODE')?.value).toBe('a b');
  });
});
