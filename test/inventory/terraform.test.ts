import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../src/frontends/tree-sitter/hcl.js';
import type { DeclaredFunction, Declarations } from '../../src/inventory/templates/declared-function.js';
import { terraform } from '../../src/inventory/templates/terraform/reader.js';
import { inventoryOf, memoryProject, type Files } from './memory-project.js';

function read(files: Files, named?: readonly string[]): Declarations {
  const project = memoryProject(files);
  const candidates = named ?? project.files.filter((file) => terraform.mayDeclare(file));
  return terraform.read(candidates, { project, programFor: () => undefined, parseHcl }, named !== undefined);
}

function functionsIn(configuration: string, others: Files = {}): readonly DeclaredFunction[] {
  const { functions, problems } = read({ 'infra/main.tf': configuration, ...others });
  expect(problems).toEqual([]);
  return functions;
}

function only(configuration: string, others: Files = {}): DeclaredFunction {
  const functions = functionsIn(configuration, others);
  expect(functions).toHaveLength(1);
  return functions[0]!;
}

/** A function with the given arguments. */
function fn(body: string): string {
  return `resource "aws_lambda_function" "api" {\n${body}\n}\n`;
}

/** What an expression comes to, seen as the handler of a function; otherwise why it is not known. */
function valueOf(expression: string, around = '', others: Files = {}): string | undefined {
  const { handler, unknown } = only(`${fn(`handler = ${expression}`)}${around}`, others);
  return handler?.value ?? `? ${unknown.join('; ')}`;
}

describe('expressions', () => {
  it.each([
    ['"a-${1 + 2 * 3}"', 'a-7'],
    ['"${"quoted \\"text\\"\\u0041"}!"', 'quoted "text"A!'],
    ['"$${literal} %%{too}"', '${literal} %{too}'],
    ['<<-EOT\n    one\n      ${"two"}\n    EOT', 'one\n  two'],
    ['true && !false ? "yes" : var.nothing', 'yes'],
    ['[for k, v in { b = 2, a = 1 } : "${k}${v}" if v > 1][0]', 'b2'],
    ['join(",", [for s in ["x", "y"] : upper(s)])', 'X,Y'],
    ['{ for s in ["x", "y"] : s => upper(s) }["y"]', 'Y'],
    ['{ for s in ["x", "xy"] : substr(s, 0, 1) => s... }.x[1]', 'xy'],
    ['merge({ a = "1" }, { a = "2" })["a"]', '2'],
    ['lookup({ a = "1" }, "b", "none")', 'none'],
    ['try({ a = "1" }.b, "fallback")', 'fallback'],
    ['coalesce(null, "", "third")', 'third'],
    ['format("%s-%03d", "a", 7)', 'a-007'],
    ['element(concat(["a"], ["b", "c"]), 4)', 'b'],
    ['join("", [{ id = "1" }, { id = "2" }][*].id)', '12'],
    ['[{ id = ["1"] }, { id = ["2"] }][*].id[0][1]', '? handler: no single value'],
    ['[{ id = "1" }, { id = "2" }].*.id[1]', '2'],
    ['[{ id = "1" }, { id = "2" }].1.id', '2'],
    ['trimsuffix(basename("a/b.zip"), ".zip")', 'b'],
    ['jsondecode("{\\"a\\": [1, \\"two\\"]}").a[1]', 'two'],
    ['yamldecode(file("${path.module}/names.yaml")).second', 'two'],
    ['tolist(toset(["b", "a", "b"]))[0]', 'a'],
  ])('%s', (expression, value) => {
    expect(valueOf(expression, '', { 'infra/names.yaml': 'second: two\n' })?.trimEnd()).toBe(value);
  });

  it.each([
    ['var.stage', '? handler: the variable stage, which has no default'],
    ['"x-${var.stage}"', '? handler: text that contains the variable stage, which has no default'],
    ['aws_x.y.name', '? handler: aws_x.y, which is declared nowhere'],
    ['var.stage == "a" ? "one" : "two"', '? handler: a condition that is not known: the variable stage, which has no default'],
    ['var.stage == "a" ? "same" : "same"', 'same'],
    ['aws_q.a.arn == null ? "none" : "there"', 'there'],
    ['"x-${var.stage}" != "" ? "there" : "none"', 'there'],
    ['aws_q.a.size == null ? "none" : "there"', '? handler: a condition that is not known: an attribute of aws_q.a, known after it is made'],
    ['uuid()', '? handler: the result of uuid()'],
    ['local.loop', '? handler: a value that depends on itself'],
    ['replace("abc", "/b+/", "x")', '? handler: the result of replace()'],
    ['"%{ if true }x%{ endif }"', '? handler: a text with directives'],
    ['terraform.workspace', '? handler: the workspace of Terraform'],
  ])('%s stays unknown where it depends on more than the text', (expression, value) => {
    expect(valueOf(expression, 'variable "stage" {}\nlocals { loop = local.loop }\nresource "aws_q" "a" {}\n')).toBe(value);
  });
});

describe('variables', () => {
  it('have defaults, which files of values override', () => {
    const configuration = `${fn('memory_size = var.memory\ntimeout = var.timeout\nruntime = var.runtime')}
variable "memory" { default = 512 }\nvariable "timeout" { default = "9" }\nvariable "runtime" {}\n`;
    const declared = only(configuration, { 'infra/terraform.tfvars': 'runtime = "python3.13"\nmemory = 1\n', 'infra/z.auto.tfvars.json': '{ "memory": 2048 }', 'infra/prod.tfvars': 'memory = 3' });
    expect(declared).toMatchObject({ memory: { value: 2048 }, timeout: { value: 9 }, runtime: { value: 'python3.13' } });
    expect(declared.memory?.from).toMatchObject({ file: 'infra/z.auto.tfvars.json', line: 1 });
    expect(declared.timeout?.from).toMatchObject({ file: 'infra/main.tf', line: 8 });
  });

  it('complete objects with what is optional in their type', () => {
    const [one, two] = functionsIn(`
variable "functions" {
  type = map(object({ memory = optional(number, 256), handler = string, timeout = optional(number) }))
  default = { a = { handler = "a.handler" }, b = { handler = "b.handler", memory = 1024, timeout = 7 } }
}
resource "aws_lambda_function" "all" {
  for_each    = var.functions
  handler     = each.value.handler
  memory_size = each.value.memory
  timeout     = each.value.timeout
}`);
    expect(one).toMatchObject({ logicalId: 'aws_lambda_function.all["a"]', handler: { value: 'a.handler' }, memory: { value: 256 }, timeout: undefined });
    expect(two).toMatchObject({ logicalId: 'aws_lambda_function.all["b"]', handler: { value: 'b.handler' }, memory: { value: 1024 }, timeout: { value: 7 } });
  });
});

describe('instances', () => {
  it('are as many as count and for_each say', () => {
    const ids = (header: string): readonly string[] => functionsIn(fn(header)).map(({ logicalId }) => logicalId);
    expect(ids('count = 2')).toEqual(['aws_lambda_function.api[0]', 'aws_lambda_function.api[1]']);
    expect(ids('count = 1 > 2 ? 1 : 0')).toEqual([]);
    expect(ids('for_each = toset(["b", "a"])')).toEqual(['aws_lambda_function.api["a"]', 'aws_lambda_function.api["b"]']);
  });

  it('are one, and said to be unknown, when their number is', () => {
    const { logicalId, unknown, name, timeout } = only(`${fn('for_each = var.functions\nfunction_name = "fn-${each.key}"\ntimeout = each.value.timeout')}variable "functions" {}`);
    expect({ logicalId, name, timeout }).toEqual({ logicalId: 'aws_lambda_function.api', name: 'aws_lambda_function.api', timeout: undefined });
    expect(unknown).toEqual([
      'for_each: the variable functions, which has no default',
      'function_name: text that contains the key of an instance (the variable functions, which has no default)',
      'timeout: the value of an instance (the variable functions, which has no default)',
    ]);
  });
});

describe('modules of the repository', () => {
  const module = `
variable "name" {}
variable "memory" { default = 128 }
variable "handler" { default = "index.handler" }
data "archive_file" "code" {
  type        = "zip"
  source_dir  = "\${path.module}/../../src/\${var.name}"
  output_path = "x.zip"
}
resource "aws_lambda_function" "this" {
  function_name = var.name
  handler       = var.handler
  memory_size   = var.memory
  filename      = data.archive_file.code.output_path
}
output "arn" { value = aws_lambda_function.this.arn }
`;

  it('declare their functions once per call, with its values', () => {
    const configuration = `
module "orders" {
  source = "../modules/fn"
  name   = "orders"
  memory = 4096
}
module "many" {
  for_each = toset(["a", "b"])
  source   = "../modules/fn"
  name     = each.key
}
resource "aws_cloudwatch_event_rule" "daily" { schedule_expression = "rate(1 day)" }
resource "aws_cloudwatch_event_target" "daily" {
  rule = aws_cloudwatch_event_rule.daily.name
  arn  = module.many["b"].arn
}`;
    const functions = functionsIn(configuration, { 'modules/fn/main.tf': module });
    expect(functions.map(({ template, logicalId, name, code, memory, triggers }) => [`${template}#${logicalId}`, name, code.kind === 'local' && code.path, memory?.value, triggers.map(({ kind }) => kind)])).toEqual([
      ['infra/main.tf#module.orders.aws_lambda_function.this', 'orders', '../modules/fn/../../src/orders', 4096, []],
      ['infra/main.tf#module.many["a"].aws_lambda_function.this', 'a', '../modules/fn/../../src/a', 128, []],
      ['infra/main.tf#module.many["b"].aws_lambda_function.this', 'b', '../modules/fn/../../src/b', 128, ['schedule']],
    ]);
    expect(functions[0]?.memory?.from).toMatchObject({ file: 'infra/main.tf', line: 5 });
    expect(functions[1]?.memory?.from).toMatchObject({ file: 'modules/fn/main.tf', line: 3 });
  });

  it('are read by themselves when nobody calls them', () => {
    expect(read({ 'modules/fn/main.tf': module }).functions).toMatchObject([{ logicalId: 'aws_lambda_function.this', memory: { value: 128 } }]);
  });

  it('that call themselves have an end', () => {
    const { functions, problems } = read({ 'a/main.tf': `module "b" { source = "../b" }`, 'b/main.tf': `${fn('')}module "b" { source = "./" }` });
    expect(functions.length).toBeLessThan(20);
    expect(problems).toMatchObject([{ kind: 'too-deep', file: 'b/main.tf' }]);
  });
});

describe('the code', () => {
  const archive = (body: string): string => `data "archive_file" "zip" {\n${body}\noutput_path = "\${path.module}/x.zip"\n}\n`;

  it.each([
    ['source_dir = "${path.module}/../src"', { kind: 'local', path: './../src' }],
    ['source_file = "../src/app.py"', { kind: 'local', path: '../src' }],
    ['source {\n content = file("${path.module}/fn/index.js")\n filename = "index.js"\n}', { kind: 'local', path: './fn' }],
  ])('is in what the archive is made of: %s', (body, code) => {
    const codeOf = (argument: string, more = ''): unknown => only(`${archive(body)}${fn(argument)}${more}`, { 'infra/fn/index.js': 'exports.handler = 1' }).code;
    expect(codeOf('filename = data.archive_file.zip.output_path')).toMatchObject(code);
    expect(codeOf('filename = "x.zip"')).toMatchObject(code);
    expect(codeOf('s3_key = aws_s3_object.code.key', 'resource "aws_s3_object" "code" {\nkey = "k"\nsource = data.archive_file.zip.output_path\n}')).toMatchObject(code);
  });

  it('is a package that is there, or elsewhere', () => {
    expect(only(fn('filename = "build/api.zip"')).code).toMatchObject({ kind: 'local', path: 'build/api.zip' });
    expect(only(fn('s3_bucket = "b"\ns3_key = "k"')).code).toEqual({ kind: 'elsewhere' });
  });

  it('is inline where the archive holds a text', () => {
    expect(only(`${archive('source {\n content = "exports.handler = 1"\n filename = "index.js"\n}')}${fn('filename = data.archive_file.zip.output_path')}`).code.kind).toBe('inline');
  });

  it('of an image is where the image is built', () => {
    const image = `${fn('package_type = "Image"\nimage_uri = docker_registry_image.api.name\nimage_config {\ncommand = ["app.handler"]\n}')}
resource "docker_registry_image" "api" {\nbuild {\ncontext = "../api"\ndockerfile = "Dockerfile.prod"\n}\n}`;
    expect(only(image)).toMatchObject({ packageType: { value: 'Image' }, handler: { value: 'app.handler' }, code: { kind: 'image', context: '../api', dockerfile: 'Dockerfile.prod', command: 'app.handler' } });
  });
});

describe('the community module', () => {
  it('declares a function by its own argument names', () => {
    const declared = only(`
module "api" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"
  function_name = "api"
  handler = "app.handler"
  runtime = "python3.13"
  source_path = [{ path = "../src", pip_requirements = true }]
  memory_size = 2048
  ephemeral_storage_size = 1024
  environment_variables = { STAGE = "prod" }
  vpc_subnet_ids = ["subnet-1"]
  provisioned_concurrent_executions = 2
  publish = true
}
resource "aws_lambda_event_source_mapping" "queue" {
  event_source_arn = "arn:aws:sqs:eu-west-1:1:orders"
  function_name    = module.api.lambda_function_arn
}`);
    expect(declared).toMatchObject({
      logicalId: 'module.api', name: 'api', handler: { value: 'app.handler' }, runtime: { value: 'python3.13' }, memory: { value: 2048 }, ephemeralStorage: { value: 1024 },
      code: { kind: 'local', path: '../src' }, conflicts: [{ value: 'provisioned-concurrency' }, { value: 'vpc-config' }], publishes: { value: 'publish = true' }, triggers: [{ kind: 'sqs', reportsItemFailures: false }],
    });
    expect([...declared.environment.keys()]).toEqual(['STAGE']);
  });

  it('packs its code as it says when it lies in the repository', () => {
    const module = `variable "source_path" { default = null }\nvariable "local_existing_package" { default = null }\n${fn('handler = "app.handler"\nfilename = data.external.package.result.filename')}data "external" "package" {}\n`;
    expect(only('module "x" {\nsource = "../modules/fn"\nsource_path = "${path.module}/../src"\n}', { 'modules/fn/main.tf': module }).code).toMatchObject({ kind: 'local', path: './../src' });
  });

  it('is not the only one', () => {
    const [one, two] = functionsIn(`
data "archive_file" "zip" {\nsource_dir = "../src"\noutput_path = "x.zip"\n}
module "a" {\nsource = "DataDog/lambda-datadog/aws"\nfilename = data.archive_file.zip.output_path\nsnap_start_apply_on = "PublishedVersions"\n}
module "b" {\nsource = "cloudposse/lambda-function/aws"\ns3_bucket = "b"\ns3_key = "k"\nlambda_environment = { variables = { A = "1" } }\n}`);
    expect(one).toMatchObject({ code: { kind: 'local', path: '../src' }, conflicts: [{ value: 'snap-start' }] });
    expect(two).toMatchObject({ code: { kind: 'elsewhere' } });
    expect([...(two?.environment ?? [])].map(([name]) => name)).toEqual(['A']);
  });

  it('makes no function where it is told so', () => {
    const call = (argument: string): string => `module "x" {\nsource = "git::https://github.com/terraform-aws-modules/terraform-aws-lambda.git?ref=v7"\n${argument}\n}`;
    expect(functionsIn(call('create_function = false'))).toEqual([]);
    expect(functionsIn(call('create_layer = true'))).toEqual([]);
    expect(functionsIn(call(''))).toHaveLength(1);
  });
});

describe('settings for managed instances', () => {
  it('in the flat form of other languages are read, and said to be foreign', () => {
    const { managedInstances, conflicts } = only(fn('capacity_provider_config {\narn = "arn:x"\nper_execution_environment_max_concurrency = 8\n}'));
    expect(managedInstances).toMatchObject({ capacityProvider: { value: 'arn:x' }, maxConcurrency: { value: 8 } });
    expect(conflicts).toMatchObject([{ value: 'foreign-settings', from: { line: 2 } }]);
  });

  it('know what excludes them', () => {
    const { conflicts } = only(`${fn(`snap_start {\napply_on = "PublishedVersions"\n}\nlogging_config {\nlog_format = "Text"\n}\nvpc_config {\nsubnet_ids = aws_subnet.a[*].id\n}
file_system_config {\narn = "x"\n}`)}resource "aws_subnet" "a" {}\nresource "aws_lambda_provisioned_concurrency_config" "p" {\nfunction_name = aws_lambda_function.api.function_name\n}`);
    expect(conflicts.map(({ value }) => value)).toEqual(['snap-start', 'text-logs', 'vpc-config', 'file-system', 'provisioned-concurrency']);
  });

  it('that only stand under a condition that is not known are unknown', () => {
    const { conflicts, unknown } = only(`${fn('dynamic "vpc_config" {\nfor_each = var.subnets == null ? [] : [1]\ncontent {\nsubnet_ids = var.subnets\n}\n}')}variable "subnets" {}`);
    expect(conflicts).toEqual([]);
    expect(unknown).toEqual(['vpc_config: a condition that is not known: the variable subnets, which has no default']);
  });
});

describe('JSON syntax', () => {
  it('is read like the other one', () => {
    const declared = read({
      'main.tf.json': JSON.stringify({
        resource: { aws_lambda_function: { api: { function_name: '${var.prefix}-api', memory_size: 1024, environment: { variables: { A: '$${x}' } }, filename: '${data.archive_file.zip.output_path}' } } },
        data: { archive_file: { zip: [{ source_dir: '${path.module}/src', output_path: 'x.zip' }] } },
        variable: { prefix: { default: 'shop' } },
      }, null, 2),
    }).functions;
    expect(declared).toMatchObject([{ name: 'shop-api', memory: { value: 1024, from: { line: 6 } }, code: { kind: 'local', path: './src' } }]);
  });
});

describe('text that is no configuration', () => {
  it('is a problem, and what is around it is read', () => {
    const { functions, problems } = read({ 'main.tf': `${fn('handler = "a.b"')}\nresource "x" {{{\n` });
    expect(functions).toMatchObject([{ handler: { value: 'a.b' } }]);
    expect(problems[0]).toMatchObject({ kind: 'syntax-error', file: 'main.tf' });
  });

  it.each([
    ['nested brackets', `x = ${'['.repeat(20_000)}`],
    ['nested calls', `locals {\nx = ${'upper('.repeat(500)}"a"${')'.repeat(500)}\n}`],
    ['lists that double', `locals {\n${Array.from({ length: 60 }, (_, i) => `l${i + 1} = concat(local.l${i}, local.l${i})`).join('\n')}\nl0 = ["a"]\n}`],
    ['texts that double', `locals {\n${Array.from({ length: 60 }, (_, i) => `l${i + 1} = "\${local.l${i}}\${local.l${i}}"`).join('\n')}\nl0 = "a"\n}`],
    ['loops in loops', `locals {\nl60 = [for a in range(900) : [for b in range(900) : [for c in range(900) : a]]]\n}`],
    ['long chains', `locals {\n${Array.from({ length: 5000 }, (_, i) => `l${i + 1} = local.l${i}`).join('\n')}\nl60 = local.l5000\n}`],
    ['many instances', `resource "aws_lambda_function" "x" {\ncount = 1000000000\n}`],
    ['long operations', `locals {\nl60 = ${Array.from({ length: 5000 }, () => '1').join(' + ')}\n}`],
  ])('has an end: %s', (_, text) => {
    const { functions } = read({ 'main.tf': `${fn('handler = local.l60\ntimeout = 3')}${text}` });
    expect(functions).toContainEqual(expect.objectContaining({ timeout: expect.objectContaining({ value: 3 }) as unknown }));
  });

  it('is named when it was asked for', () => {
    expect(read({ 'main.tf': 'locals {}' }, ['main.tf']).problems).toMatchObject([{ kind: 'unreadable', file: 'main.tf' }]);
    expect(read({ 'main.tf': 'locals {}' }).problems).toEqual([]);
  });
});

it('leads to the functions of the code', async () => {
  const { functions } = await inventoryOf({
    'infra/main.tf': `${fn('runtime = "nodejs22.x"\nhandler = "index.handler"\nfilename = data.archive_file.zip.output_path')}data "archive_file" "zip" {\nsource_dir = "../src"\n}`,
    'src/index.js': 'exports.handler = async (event) => event;\n',
  });
  expect(functions).toMatchObject([{ id: 'infra/main.tf#aws_lambda_function.api', declaredAs: 'Terraform', entries: [{ file: 'src/index.js', symbol: 'handler' }], evidence: ['Terraform resource in infra/main.tf (aws_lambda_function.api)', 'handler handler in src/index.js', 'exported handler'] }]);
});
