/** Chalice and Zappa: tools that know of Python alone. */
import { describe, expect, it } from 'vitest';
import { createPythonFrontend } from '../../src/frontends/python/frontend.js';
import { parseHcl } from '../../src/frontends/tree-sitter/hcl.js';
import { takeInventory, type LambdaFunction } from '../../src/inventory/index.js';
import { memoryProject, type Files } from './memory-project.js';

async function functionsIn(files: Files): Promise<readonly LambdaFunction[]> {
  const project = memoryProject(files);
  const program = createPythonFrontend().open(project);
  return takeInventory({ project, parseHcl, programFor: (language) => (language === 'python' ? program : undefined) }).functions;
}

function entriesOf({ entries }: LambdaFunction): readonly string[] {
  return entries.map(({ file, symbol }) => `${file}#${symbol}`);
}

describe('a Chalice application', () => {
  const app = `
from chalice import Chalice, Rate, Cron
from chalicelib.jobs import jobs

app = Chalice(app_name='shop')
app.register_blueprint(jobs)

@app.route('/')
def index():
    return {}

@app.route('/orders', methods=['POST'])
def create():
    return {}

@app.lambda_function(name='Resize')
def resize(event, context):
    return 1

@app.schedule(Rate(5, unit=Rate.MINUTES))
def every(event):
    return 1

@app.schedule(Cron(0, 18, '?', '*', 'MON-FRI', '*'))
def nightly(event):
    return 1

@app.on_sqs_message(queue='jobs', batch_size=5)
def work(event):
    return 1

@app.on_ws_message()
def message(event):
    return 1

def helper(event, context):
    return 1
`;
  const jobs = `
from chalice import Blueprint
jobs = Blueprint(__name__)

@jobs.on_s3_event(bucket='photos')
def thumbnail(event):
    return 1

@jobs.route('/jobs')
def listed():
    return []
`;
  const config = JSON.stringify({
    version: '2.0', app_name: 'shop', lambda_memory_size: 256, environment_variables: { A: '1', B: '1' },
    stages: { prod: { lambda_memory_size: 1024 }, dev: { lambda_timeout: 30, environment_variables: { B: '2' }, lambda_functions: { resize: {}, Resize: { lambda_memory_size: 2048, environment_variables: { C: '3' } } } } },
  });
  const files = { 'shop/app.py': app, 'shop/chalicelib/__init__.py': '', 'shop/chalicelib/jobs.py': jobs, 'shop/.chalice/config.json': config };

  it('has one function for all routes, and one for each other decorator', async () => {
    const functions = await functionsIn(files);
    expect(functions.map((fn) => [fn.name, ...entriesOf(fn)])).toEqual([
      ['Resize', 'shop/app.py#resize'], ['api_handler', 'shop/app.py#index', 'shop/app.py#create', 'shop/chalicelib/jobs.py#listed'], ['every', 'shop/app.py#every'], ['message', 'shop/app.py#message'],
      ['nightly', 'shop/app.py#nightly'], ['thumbnail', 'shop/chalicelib/jobs.py#thumbnail'], ['work', 'shop/app.py#work'],
    ]);
    expect(functions.map(({ triggers }) => triggers?.map(({ kind, schedule, batchSize }) => [kind, schedule?.value ?? batchSize?.value]))).toEqual([
      [], [['http', undefined]], [['schedule', 'rate(5 minutes)']], [['websocket', undefined]], [['schedule', 'cron(0 18 ? * MON-FRI *)']], [['s3', undefined]], [['sqs', 5]],
    ]);
    expect(functions[1]).toMatchObject({ declaredAs: 'Chalice', webAdapter: 'chalice', language: 'python', codeFolder: { value: 'shop' } });
  });

  it('has settings of the application, the stage and the function', async () => {
    const functions = await functionsIn(files);
    const settings = Object.fromEntries(functions.map(({ name, memory, timeout, environment }) => [name, [memory?.value, timeout?.value, [...environment].map(([key, { value }]) => key + value).join()]]));
    expect(settings['Resize']).toEqual([2048, 30, 'A1,B2,C3']);
    expect(settings['api_handler']).toEqual([256, 30, 'A1,B2']);
    expect(functions[0]!.memory!.from).toMatchObject({ file: 'shop/.chalice/config.json' });
  });

  it('may be of a class of its own, and compute names', async () => {
    const base = "from chalice import Chalice\nclass Api(Chalice):\n    pass\n";
    const own = "from chalicelib.api import Api\napp = Api(app_name='a')\n@app.on_sqs_message(queue='jobs', name='jobs-%s' % STAGE)\ndef work(event):\n    return 1\n";
    const [work, ...others] = await functionsIn({ 'app.py': own, 'chalicelib/__init__.py': '', 'chalicelib/api.py': base, 'other/example.py': app, '.chalice/config.json': '{}' });
    expect(others.map(({ declaredAs }) => declaredAs)).not.toContain('Chalice');
    expect(work).toMatchObject({ name: 'work', entries: [{ file: 'app.py', symbol: 'work' }], triggers: [{ kind: 'sqs' }], unknown: ['name: no literal value'] });
  });

  it('needs no configuration', async () => {
    const functions = await functionsIn({ 'app.py': "from chalice import Chalice\napp = Chalice(app_name='a')\n@app.route('/')\ndef index():\n    return {}\n" });
    expect(functions.map((fn) => [fn.id, ...entriesOf(fn), fn.memory])).toEqual([['app.py#api_handler', 'app.py#index', undefined]]);
  });

  it.each([
    ['an app.py of something else', { 'app.py': 'def handler(event, context):\n    return 1\n' }, ['app.py#handler']],
    ['a broken configuration', { 'app.py': 'from chalice import Chalice\napp = Chalice()\n@app.route("/")\ndef index():\n    return {}\n', '.chalice/config.json': '{' }, ['app.py#index']],
    ['a configuration of nothing', { '.chalice/config.json': '{ "stages": [1], "lambda_functions": 3 }' }, []],
    ['settings that are none', { 'app.py': 'from chalice import Chalice\napp = Chalice()\n@app.route("/")\ndef index():\n    return {}\n', '.chalice/config.json': '{ "stages": { "dev": 1 }, "lambda_memory_size": [], "layers": {}, "subnet_ids": 1, "environment_variables": [] }' }, ['app.py#index']],
  ])('does not stumble over %s', async (_, given, entries) => {
    expect((await functionsIn(given)).flatMap(entriesOf)).toEqual(entries);
  });
});

describe('an application that Zappa deploys', () => {
  const app = "from flask import Flask\napp = Flask(__name__)\n\n@app.route('/')\ndef index():\n    return 'a'\n";
  const settings = {
    base: { runtime: 'python3.13', memory_size: 512, vpc_config: { SubnetIds: ['subnet-1'] } },
    dev: { extends: 'base', app_function: 'web.app', project_name: 'shop', timeout_seconds: 60, environment_variables: { A: '1' } },
    jobs: {
      extends: 'base', apigateway_enabled: false, vpc_config: { SubnetIds: [] }, snap_start: 'PublishedVersions',
      events: [{ function: 'jobs.nightly', expressions: ['cron(0 1 * * ? *)'] }, { function: 'jobs.queued', event_source: { arn: 'arn:aws:sqs:eu-west-1:1:q', batch_size: 10 } }],
    },
  };
  const files = { 'shop/web.py': app, 'shop/jobs.py': 'def nightly(event, context):\n    return 1\n\ndef queued(event, context):\n    return 1\n' };

  it.each([
    ['JSON', 'shop/zappa_settings.json', JSON.stringify(settings)],
    ['TOML', 'shop/zappa_settings.toml', `[base]\nruntime = "python3.13"\nmemory_size = 512\n[base.vpc_config]\nSubnetIds = ["subnet-1"]\n[dev]\nextends = "base"\napp_function = "web.app"\nproject_name = "shop"\ntimeout_seconds = 60
environment_variables = { "A": "1" }\n[jobs]\nextends = "base"\napigateway_enabled = false\nsnap_start = "PublishedVersions"\nvpc_config = { "SubnetIds": [] }
events = [{ "function": "jobs.nightly", "expressions": ["cron(0 1 * * ? *)"] }, { "function": "jobs.queued", "event_source": { "arn": "arn:aws:sqs:eu-west-1:1:q", "batch_size": 10 } }]\n`],
  ])('has a function for each stage that serves something: %s', async (_, name, text) => {
    const [dev, jobs, ...others] = await functionsIn({ ...files, [name]: text });
    expect(others).toEqual([]);
    expect(dev).toMatchObject({ name: 'shop-dev', declaredAs: 'Zappa', webAdapter: 'zappa', runtime: { value: 'python3.13' }, memory: { value: 512 }, timeout: { value: 60 }, triggers: [{ kind: 'http' }] });
    expect(entriesOf(dev!)).toEqual(['shop/web.py#index']);
    expect(dev!.memory!.from).toMatchObject({ file: name });
    expect(dev!.conflicts?.map(({ value }) => value)).toEqual(['vpc-config']);
    expect(entriesOf(jobs!)).toEqual(['shop/jobs.py#nightly', 'shop/jobs.py#queued']);
    expect(jobs!.conflicts?.map(({ value }) => value)).toEqual(['snap-start']);
    expect(jobs!.triggers).toMatchObject([{ kind: 'schedule', schedule: { value: 'cron(0 1 * * ? *)' } }, { kind: 'sqs', batchSize: { value: 10 } }]);
  });

  it.each(['site/wsgi.py', 'site/settings/wsgi.py'])('of Django lies beside its settings or above them: %s', async (file) => {
    const [fn] = await functionsIn({ 'zappa_settings.json': '{ "dev": { "django_settings": "site.settings.dev" } }', 'site/__init__.py': '', 'site/settings/__init__.py': '', [file]: 'application = make()\n' });
    expect(entriesOf(fn!)).toEqual([`${file}#application`]);
  });

  it('is listed with the reason when its application is not found', async () => {
    const [fn] = await functionsIn({ 'zappa_settings.json': '{ "dev": { "app_function": "gone.app" } }', 'web.py': app });
    expect(fn).toMatchObject({ notAnalysed: { kind: 'handler-not-found', reason: 'no module gone.py' } });
  });

  it.each([['[[]]'], ['{ "a": { "extends": "a", "app_function": 1, "events": [1, { "function": [] }] }, "b": { "extends": "c" }, "c": { "extends": "b" } }'], ['{ "__proto__": { "extends": "__proto__" } }']])('does not stumble over %s', async (text) => {
    await expect(functionsIn({ 'zappa_settings.json': text })).resolves.toHaveLength(text.includes('app_function') ? 1 : 0);
  });

  it('is served by serverless-wsgi too', async () => {
    const service = 'provider: { name: aws, runtime: python3.13 }\ncustom: { wsgi: { app: web.app } }\nfunctions: { api: { handler: wsgi_handler.handler } }\n';
    const [fn] = await functionsIn({ ...files, 'shop/serverless.yml': service });
    expect([fn!.webAdapter, ...entriesOf(fn!)]).toEqual(['wsgi', 'shop/web.py#index']);
  });
});
