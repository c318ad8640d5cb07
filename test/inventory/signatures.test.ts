import { describe, expect, it } from 'vitest';
import { createJavaFrontend } from '../../src/frontends/java/frontend.js';
import { createNodeFrontend } from '../../src/frontends/node/frontend.js';
import { parseHcl } from '../../src/frontends/tree-sitter/hcl.js';
import { resolveEntry, takeEntries, type EntryResolution, type Inventory } from '../../src/inventory/index.js';
import { classDeclaration, declaredProgram, inventoryOf, memoryProject, moduleIndex, signature, type Files } from './memory-project.js';

function found(inventory: Inventory): readonly (readonly [string, string])[] {
  return inventory.functions.map((fn) => [fn.id, fn.evidence.join('; ')]);
}

describe('signatures in code', () => {
  it('finds exported Node.js handlers and leaves other exports alone', async () => {
    const inventory = await inventoryOf({
      'a.ts': 'export const handler = async (event: unknown) => event;',
      'b.js': 'const core = async () => 1;\nmodule.exports.handler = middy(core);',
      'c.mjs': 'export async function orderHandler(event) { return event; }\nexport const resize = async (event, context) => 1;\nexport const format = (text) => text;\nexport function send(event, context, status, data) {}\nexport const old = (event, context, callback) => callback();',
      'd.tsx': 'export const handler = () => null;',
      'e.js': 'export function clickHandler(event) { event.preventDefault(); }',
    });
    expect(found(inventory)).toEqual([
      ['a.ts#handler', 'exported handler'], ['b.js#handler', 'exported handler'],
      ['c.mjs#old', 'exported old(event, context)'], ['c.mjs#orderHandler', 'exported orderHandler(event)'], ['c.mjs#resize', 'exported resize(event, context)'],
    ]);
    expect(inventory.functions.map((fn) => fn.name)).toEqual(['a.handler', 'b.handler', 'c.old', 'c.orderHandler', 'c.resize']);
  });

  it('finds Python handlers, and takes no helpers beside one that is named so', async () => {
    const def = (file: string, name: string, ...parameters: string[]): ReturnType<typeof signature> => signature(`${file}#${name}`, parameters.map((parameter) => [parameter]));
    const program = declaredProgram([
      moduleIndex('a.py', { functions: [def('a.py', 'lambda_handler', 'event', '_context'), def('a.py', 'on_create', 'event', 'context')] }),
      moduleIndex('b.py', { functions: [def('b.py', 'create', 'event', 'context'), def('b.py', 'parse', 'event')] }),
      moduleIndex('c.py', { libraries: ['mangum'], exports: new Map([['handler', { kind: 'variable', name: 'handler' }]]) }),
    ]);
    const inventory = await inventoryOf({
      'a.py': 'def lambda_handler(event, _context): ...', 'b.py': 'def create(event, context): ...', 'c.py': 'handler = Mangum(app)', 'd.py': 'def handle(): ...',
    }, { python: program });
    expect(found(inventory)).toEqual([
      ['a.py#lambda_handler', 'def lambda_handler(event, _context)'], ['b.py#create', 'def create(event, context)'],
      ['c.py#handler', 'handler of a web adapter; web adapter mangum with 0 routes'],
    ]);
  });

  it('finds Java handlers through base classes of the repository', async () => {
    const imports = 'package com.acme;\nimport com.amazonaws.services.lambda.runtime.*;\n';
    const inventory = await inventoryOf({
      'Base.java': `${imports}public abstract class Base implements RequestHandler<String, String> { public String handleRequest(String s, Context c) { return s; } }`,
      'Orders.java': 'package com.acme;\npublic class Orders extends Base {}',
      'Plain.java': `${imports}public class Plain { public String run(String s, Context c) { return s; } private void help(Context c) {} }`,
      'Log.java': `${imports}public class Log { public static void info(String s, Context c) {} }`,
      'User.java': 'package com.acme;\npublic class User { void use() { Log.info("x", null); } }',
      'Wide.java': `${imports}public class Wide { public void empty(Object client, String bucket, Context c) {} public void early(Context c, String s) {} }`,
      'Library.java': `${imports}public abstract class Library implements RequestStreamHandler { public void handleRequest(java.io.InputStream i, java.io.OutputStream o, Context c) {} }`,
    });
    expect(found(inventory)).toEqual([
      ['Library.java#Library::handleRequest', 'implements RequestStreamHandler'],
      ['Orders.java#Orders::handleRequest', 'implements RequestHandler'],
      ['Plain.java#Plain::run', 'a method with a Lambda Context parameter'],
    ]);
  });

  it('finds C# methods by context, by attribute, and programs that start the runtime client', async () => {
    const context = [['input', 'string'], ['context', 'Amazon.Lambda.Core.ILambdaContext']] as const;
    const method = (file: string, name: string, annotations: readonly string[] = [], parameters: typeof context | readonly [] = context): ReturnType<typeof signature> =>
      signature(`${file}#${name}`, parameters, { annotations: annotations.map((annotation) => ({ name: annotation, args: [], at: { start: 0, end: 0 } })) });
    const program = declaredProgram([
      moduleIndex('A.cs', { namespace: 'Acme', types: [classDeclaration('Acme.A', [method('A.cs', 'A.Handle'), method('A.cs', 'A.Other', [], [])])] }),
      moduleIndex('B.cs', { namespace: 'Acme', types: [classDeclaration('Acme.B', [method('B.cs', 'B.Get', ['Amazon.Lambda.Annotations.LambdaFunctionAttribute'], []), method('B.cs', 'B.Help')])] }),
      moduleIndex('Program.cs', {}),
    ]);
    const inventory = await inventoryOf({ 'A.cs': 'ILambdaContext', 'B.cs': '[LambdaFunction]', 'Program.cs': 'LambdaBootstrapBuilder.Create(f)', 'C.cs': '' }, { dotnet: program });
    expect(found(inventory)).toEqual([
      ['A.cs#A::Handle', 'a method with an ILambdaContext parameter'], ['B.cs#B::Get', 'a method with [LambdaFunction]'],
      ['Program.cs#<main>', 'a program that starts the Lambda runtime client'],
    ]);
  });

  it('passes over classes that a handler holds and hands its context to', async () => {
    const orders = 'import com.amazonaws.services.lambda.runtime.*;\npublic class Orders implements RequestHandler<String, String> { private final Store store = new Store();\n  public String handleRequest(String in, Context c) { store.save(in, c); return in; } }';
    const store = 'import com.amazonaws.services.lambda.runtime.Context;\npublic class Store { public void save(String in, Context c) { } }';
    const lone = 'import com.amazonaws.services.lambda.runtime.Context;\npublic class Lone { public void run(String in, Context c) { } }';
    expect(found(await inventoryOf({ 'Orders.java': orders, 'Store.java': store, 'Lone.java': lone }))).toEqual([
      ['Lone.java#Lone::run', 'a method with a Lambda Context parameter'], ['Orders.java#Orders::handleRequest', 'implements RequestHandler'],
    ]);
  });

  it('finds the class that puts an ASP.NET application behind Lambda', async () => {
    const entry = classDeclaration('Acme.LambdaEntryPoint', [], { bases: [{ name: 'Amazon.Lambda.AspNetCoreServer.APIGatewayProxyFunction', args: [] }] });
    const inventory = await inventoryOf({ 'Entry.cs': 'using Amazon.Lambda.AspNetCoreServer;' }, { dotnet: declaredProgram([moduleIndex('Entry.cs', { namespace: 'Acme', types: [entry], libraries: ['Amazon.Lambda.AspNetCoreServer'] })]) });
    expect(inventory.functions.map((fn) => [fn.id, fn.webAdapter])).toEqual([['Entry.cs#LambdaEntryPoint::FunctionHandlerAsync', 'aspnet']]);
  });

  it('looks only where no template speaks, and opens no front-end for nothing', async () => {
    const template = 'Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties: { Runtime: nodejs22.x, CodeUri: src/, Handler: app.handler }\n';
    const inventory = await inventoryOf({
      'template.yaml': template, 'src/app.js': 'exports.handler = async () => require("./lib/orders").handler;', 'src/lib/orders.js': 'exports.handler = 1;', 'jobs/nightly.js': 'exports.handler = async (event, context) => 1;',
      'README.md': '', 'tool.rb': '',
    });
    expect(found(inventory)).toEqual([
      ['jobs/nightly.js#handler', 'exported handler'], ['template.yaml#Fn', 'SAM template template.yaml (Fn); handler handler in src/app.js; exported handler'],
    ]);
    expect(inventory.opened).toEqual(['node']);
    expect((await inventoryOf({ 'README.md': '' })).opened).toEqual([]);
  });

  it('looks beside what an output folder above the template was built from', async () => {
    const template = 'Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties: { Runtime: nodejs22.x, CodeUri: ../../.build/orders.zip, Handler: orders/app.handler }\n';
    const inventory = await inventoryOf({ 'orders/infra/template.yaml': template, 'orders/app.js': 'exports.handler = async () => 1;', 'jobs/nightly.js': 'exports.handler = async (event, context) => 1;' });
    expect(found(inventory).map(([id]) => id)).toEqual(['jobs/nightly.js#handler', 'orders/infra/template.yaml#Fn']);
    expect(inventory.functions[1]?.entries[0]?.file).toBe('orders/app.js');
  });

  it('finds what a file of declarations names where no reader looks, beside declared functions', async () => {
    const handlers = 'exports.create = async (event, context) => 1;\nexports.consume = async (event, context) => 2;\nexports.authorize = async (event, context) => 3;\nexports.respond = (event, context) => 4;';
    const service = [
      'service: orders', 'provider: { name: aws, runtime: nodejs22.x }', 'functions:', '  create: { handler: src/orders.create }', '  other: { handler: src/other.handler }',
      'constructs:', '  jobs:', '    type: queue', '    worker:', '      handler: src/orders.consume # taken by the plugin', '      # handler: src/orders.respond',
      '  audit: { worker: { handler: "src/audit.main" } }', 'custom: { readme: src/missing.main }',
    ].join('\n');
    const inventory = await inventoryOf({
      'serverless.yml': service, 'src/orders.js': handlers, 'src/other.js': 'exports.handler = async () => 1;', 'src/audit.js': 'exports.main = async (event, context) => 1;',
      'lib/src/orders.js': handlers, 'readme.yml': 'see: src/orders.authorize',
    });
    expect(found(inventory).filter(([id]) => !id.startsWith('serverless.yml') && !id.startsWith('lib/'))).toEqual([
      ['src/audit.js#main', 'exported main(event, context), named in serverless.yml'],
      ['src/orders.js#consume', 'exported consume(event, context), named in serverless.yml'],
    ]);
  });

  it('takes a handler that a declaration has for that one, whoever else has its name', async () => {
    const service = 'provider: { name: aws, runtime: nodejs22.x }\nfunctions:\n  get: { handler: a/api.get }\n  list: { handler: b/api.list }\n  lost: { handler: api.lost }\n';
    const inventory = await inventoryOf({ 'serverless.yml': service, 'a/api.js': 'exports.get = async (event, context) => 1;', 'b/api.js': 'exports.list = async (event, context) => 1;\nexports.get = async (event, context) => 1;' });
    expect(inventory.functions.map(({ id }) => id)).toEqual(['serverless.yml#get', 'serverless.yml#list', 'serverless.yml#lost']);
  });

  it('looks for the handler of an image that says none', async () => {
    const template = 'Resources:\n  Api:\n    Type: AWS::Serverless::Function\n    Properties: { Runtime: nodejs22.x, CodeUri: src/, Handler: app.handler }\n  Build:\n    Type: AWS::Serverless::Function\n    Properties: { PackageType: Image, ImageUri: !Ref Image }\n';
    const files = { 'src/app.js': 'exports.handler = async () => 1;', 'src/build.js': 'exports.main = async (event, context) => 1;' };
    expect((await inventoryOf({ ...files, 'template.yaml': template })).functions.map(({ id }) => id)).toEqual(['src/build.js#main', 'template.yaml#Api', 'template.yaml#Build']);
    expect((await inventoryOf({ ...files, 'template.yaml': template.replace(/ {2}Build:[\s\S]*/, '') })).functions.map(({ id }) => id)).toEqual(['template.yaml#Api']);
  });

  it('leaves the functions of other platforms alone, and says how many files it passed over', async () => {
    const handler = 'exports.handler = async (event, context) => 1;';
    const inventory = await inventoryOf({
      'kubeless/serverless.yml': 'provider: { name: kubeless }\nfunctions: { get: { handler: get.handler } }\n', 'kubeless/get.js': handler, 'kubeless/lib/text.ts': '',
      'aws/serverless.azure.yml': 'provider: azure\nfunctions: { put: { handler: put.handler } }\n', 'aws/serverless.yml': 'provider: aws\nfunctions: { put: { handler: put.handler } }\n', 'aws/put.js': handler,
      'netlify.toml': '[build]\nbase = "site"\nfunctions = "api"\n', 'site/api/hello.js': handler, 'jobs/nightly.js': handler, 'root/netlify.toml': '[functions]\ndirectory = ".."\n',
      'java/serverless.yml': 'provider: { name: openwhisk }\nfunctions: {}\n', 'java/Orders.java': 'import com.amazonaws.services.lambda.runtime.*;\npublic class Orders implements RequestHandler<String, String> { public String handleRequest(String in, Context c) { return in; } }',
    });
    expect(inventory.functions.map(({ id }) => id)).toEqual(['aws/serverless.yml#put', 'java/Orders.java#Orders::handleRequest', 'jobs/nightly.js#handler']);
    expect(Object.fromEntries(inventory.passedOver)).toMatchObject({ 'of kubeless, which is another platform': 2, 'of Netlify, which is another platform': 1 });
  });
});

describe('web adapters', () => {
  it('makes the routes behind serverless-http entries', async () => {
    const inventory = await inventoryOf({
      'package.json': '{}', 'app.js': 'import express from "express";\nimport { list } from "./orders.js";\nexport const app = express();\napp.get("/orders", list);\napp.post("/orders", async (req, res) => res.json(1));\ncache.get("key", () => 1);',
      'orders.js': 'export function list(req, res) { res.json([]); }', 'main.js': 'import serverless from "serverless-http";\nimport { app } from "./app.js";\nexport const handler = serverless(app);',
    });
    const [fn] = inventory.functions;
    expect(fn).toMatchObject({ id: 'main.js#handler', webAdapter: 'serverless-http' });
    expect(fn?.entries.map(({ file, symbol }) => `${file}#${symbol}`)).toEqual(['main.js#handler', expect.stringMatching(/^app\.js#.+/), 'orders.js#list']);
  });

  it('makes the methods of Spring controllers entries, annotated on their interface too', async () => {
    const spring = 'package com.acme;\nimport org.springframework.web.bind.annotation.*;\n';
    const inventory = await inventoryOf({
      'pom.xml': '', 'src/main/java/com/acme/Entry.java': 'package com.acme;\nimport com.amazonaws.serverless.proxy.spring.SpringBootLambdaContainerHandler;\nimport com.amazonaws.services.lambda.runtime.*;\npublic class Entry implements RequestStreamHandler { public void handleRequest(java.io.InputStream i, java.io.OutputStream o, Context c) {} }',
      'src/main/java/com/acme/OrdersApi.java': `${spring}public interface OrdersApi { @GetMapping("/orders") String list(); }`,
      'src/main/java/com/acme/Orders.java': `${spring}@RestController public class Orders implements OrdersApi { public String list() { return ""; } @PostMapping("/x") public void add() {} public void help() {} }`,
    });
    expect(inventory.functions[0]?.webAdapter).toBe('aws-serverless-java-container');
    expect(inventory.functions[0]?.entries.map((entry) => entry.symbol)).toEqual(['Entry::handleRequest', 'Orders::add', 'Orders::list']);
  });

  it('reads what the start script behind the Lambda Web Adapter runs', async () => {
    const route = signature('app/main.py#root', [], { annotations: [{ name: 'app.get', args: [], at: { start: 0, end: 0 } }] });
    const template = 'Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties: { Runtime: python3.13, CodeUri: app, Handler: run.sh, Layers: ["arn:aws:lambda:x:1:layer:LambdaAdapterLayerArm64:24"] }\n';
    const files = { 'template.yaml': template, 'app/run.sh': '#!/bin/bash\nexec python -m uvicorn --port=$PORT main:app\n', 'app/main.py': '@app.get("/")\ndef root(): ...' };
    const inventory = await inventoryOf(files, { python: declaredProgram([moduleIndex('app/main.py', { functions: [route] })]) });
    expect(inventory.functions[0]).toMatchObject({ language: 'python', webAdapter: 'lambda-web-adapter', entries: [{ file: 'app/main.py', symbol: 'root' }] });
    const missing = await inventoryOf({ ...files, 'app/run.sh': 'exec ./server' });
    expect(missing.functions[0]?.notAnalysed).toEqual({ kind: 'handler-not-found', reason: 'the web server that run.sh starts was not found below app' });
  });
});

describe('--entry', () => {
  const files: Files = {
    'main.js': 'const api = new Builder();\nexport class Orders { get(e) { return this.load(e); } load(e) {} #own() {} static make() {} }\nexport default async (event) => 1;\nmodule.exports = api;\nfunction helper() {}',
    'api.js': 'exports.api = { proxyRouter: () => 1 };\nexports.run = async () => 1;',
    'Base.java': 'package com.acme;\npublic abstract class Base { public void handleRequest(String s) {} }',
    'Orders.java': 'package com.acme;\npublic class Orders extends Base { public static void main(String[] a) {} public void other() {} private void own() {} }',
  };
  const project = memoryProject(files);
  const resolve = async (entry: string): Promise<EntryResolution> => {
    const [file = '', symbol = ''] = entry.split('#');
    const frontend = file.endsWith('.java') ? createJavaFrontend() : createNodeFrontend();
    return resolveEntry({ project, program: frontend.open(project) }, frontend.language, { file, symbol });
  };
  const targets = async (entry: string): Promise<readonly string[]> => {
    const resolution = await resolve(entry);
    return resolution.kind === 'found' ? resolution.targets.map((target) => [target.function, target.receiver, target.value?.symbol].filter(Boolean).join(' ')) : ['missing'];
  };

  it('names functions, methods, classes and values of a module', async () => {
    expect(await targets('api.js#run')).toEqual(['api.js#run']);
    expect(await targets('main.js#Orders.get')).toEqual(['main.js#Orders.get main.js#Orders']);
    expect(await targets('main.js#Orders')).toEqual(['main.js#Orders.get main.js#Orders', 'main.js#Orders.load main.js#Orders', 'main.js#Orders.make']);
    expect(await targets('main.js#helper')).toEqual(['main.js#helper']);
    expect(await targets('api.js#api.proxyRouter')).toEqual(['api.js#api.proxyRouter']);
    expect(await targets('main.js#default.proxyRouter')).toEqual(['main.js#<init> default.proxyRouter']);
    expect(await targets('api.js#*')).toEqual(expect.arrayContaining(['api.js#run']));
  });

  it('names methods of Java classes, wherever class and method are declared', async () => {
    for (const entry of ['Orders.java#Orders::handleRequest', 'Base.java#Orders::handleRequest', 'Base.java#com.acme.Orders::handleRequest']) {
      expect(await targets(entry)).toEqual(['Base.java#Base.handleRequest com.acme.Orders']);
    }
    expect(await targets('Orders.java#Orders')).toEqual(['Orders.java#Orders.other com.acme.Orders', 'Base.java#Base.handleRequest com.acme.Orders']);
    expect(await targets('Orders.java#<main>')).toEqual(['Orders.java#Orders.main']);
  });

  it('gives the candidates for a symbol that is missing', async () => {
    expect(await resolve('api.js#gone')).toEqual({ kind: 'missing', candidates: ['api', 'api.proxyRouter', 'run'] });
    expect(await resolve('Orders.java#Orders::gone')).toEqual({ kind: 'missing', candidates: ['Orders::handleRequest', 'Orders::main', 'Orders::other'] });
  });

  it('keeps the settings of a template that declares the entry', async () => {
    const declared = memoryProject({
      ...files, 'template.yaml': 'Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties: { Runtime: nodejs22.x, MemorySize: 4096, Handler: api.run }\n', 'elsewhere/template.yaml': '}',
    });
    const program = createNodeFrontend().open(declared);
    const { inventory, missing } = takeEntries({ project: declared, parseHcl, programFor: () => program }, [
      { file: 'api.js', symbol: 'run' }, { file: 'api.js', symbol: 'gone' }, { file: 'none.js' }, { file: 'api.js' },
    ]);
    expect(inventory.problems).toEqual([]);
    expect(inventory.functions).toMatchObject([{ id: 'template.yaml#Fn', memory: { value: 4096 }, entries: [{ file: 'api.js', symbol: 'run' }] }]);
    expect(missing.map(({ reason, candidates }) => [reason, candidates])).toEqual([
      ['no-such-symbol', ['api', 'api.proxyRouter', 'run']], ['no-such-file', []], ['no-such-symbol', ['api', 'api.proxyRouter', 'run']],
    ]);
  });
});

describe('classes that are said to be safe for concurrent use', () => {
  const counter = (annotation: string, name = 'Counter'): string => `package shop;
import javax.annotation.concurrent.*;
${annotation}
public class ${name} {
  private int count;
  public ${name}() { count = 1; }
  public synchronized void add(int more) { count += more; }
  int value() { return count; }
  private void reset() { count = 0; }
  public void close() { reset(); }
}`;

  it('are listed after the functions, with the reason, unless they are functions themselves', async () => {
    const inventory = await inventoryOf({
      'A.java': counter('@ThreadSafe', 'A'), 'B.java': counter('@NotThreadSafe', 'B'), 'C.java': counter('@Immutable', 'C'),
      'Orders.java': `import com.amazonaws.services.lambda.runtime.*;
@net.jcip.annotations.ThreadSafe public class Orders implements RequestHandler<String, String> { public String handleRequest(String s, Context c) { return s; } }`,
    });
    expect(inventory.functions.map((fn) => [fn.id, fn.claimedSafe?.because])).toEqual([
      ['Orders.java#Orders::handleRequest', undefined], ['A.java#A', 'the class is annotated @ThreadSafe'],
    ]);
  });

  it('are audited by the methods that may overlap: not those that make, end or hide', async () => {
    const files = { 'Counter.java': counter('@ThreadSafe') };
    const project = memoryProject(files);
    const program = createJavaFrontend().open(project);
    const methods = (symbol: string): readonly string[] => {
      const resolution = resolveEntry({ project, program }, 'java', { file: 'Counter.java', symbol });
      return resolution.kind === 'found' ? resolution.targets.map((target) => target.function.replace('Counter.java#', '')) : [];
    };
    expect(methods('Counter')).toEqual(['Counter.add', 'Counter.value']);
    expect(methods('*')).toEqual(['Counter.add', 'Counter.value']);
  });

  it('are named with --entry whatever they say, which is then the reason', async () => {
    const files = { 'cart.ts': 'export class Cart { items = 0; async add(n: number) { this.items += n; } }\nexport const handler = async (event: unknown) => event;\nexport const load = (id: string) => id;', 'rates.ts': 'export const rateOf = (id: string) => id;' };
    const project = memoryProject(files);
    const program = createNodeFrontend().open(project);
    const { inventory } = takeEntries({ project, parseHcl, programFor: () => program }, [{ file: 'cart.ts', symbol: 'Cart' }, { file: 'cart.ts', symbol: '*' }, { file: 'rates.ts', symbol: '*' }]);
    expect(inventory.functions.map((fn) => [fn.id, fn.claimedSafe?.because])).toEqual([
      ['cart.ts#*', undefined], ['cart.ts#Cart', 'the class was given with --entry'], ['rates.ts#*', 'its file was given with --entry'],
    ]);
  });
});
