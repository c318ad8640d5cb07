import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../src/frontends/tree-sitter/hcl.js';
import { awsCli } from '../../src/inventory/templates/aws-cli/reader.js';
import { shellCommands } from '../../src/inventory/templates/aws-cli/shell-words.js';
import { optionValue } from '../../src/inventory/templates/aws-cli/shorthand.js';
import type { DeclaredFunction, Declarations } from '../../src/inventory/templates/declared-function.js';
import { inventoryOf, memoryProject, type Files } from './memory-project.js';

function read(files: Files, named?: readonly string[]): Declarations {
  const project = memoryProject(files);
  return awsCli.read(named ?? project.files.filter((file) => awsCli.mayDeclare(file)), { project, parseHcl, programFor: () => undefined }, named !== undefined);
}

function only(script: string, file = 'tools/deploy.sh', others: Files = {}): DeclaredFunction {
  const { functions, problems } = read({ [file]: script, ...others });
  expect(problems).toEqual([]);
  expect(functions).toHaveLength(1);
  return functions[0]!;
}

/** The commands of a script, words with what is in them, variables as `$NAME` and computed parts as `?`. */
function commandsIn(script: string): readonly string[] {
  return shellCommands(script).map(({ words }) => words.map(({ parts }) => parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'variable' ? `$${part.name}` : '?')).join('')).join('|'));
}

describe('shell text', () => {
  it.each([
    ['a b\\\n  c # no d\ne', ['a|b|c', 'e']],
    [`a 'one "word"' "two $X \\"q\\"" three\\ four`, ['a|one "word"|two $X "q"|three four']],
    ['if ! a; then b && c || d; fi', ['a', 'b', 'c', 'd']],
    ['X=$(a "b c") d', ['a|b c', 'X=?|d']],
    ['(cd x && a > out 2>&1) < in &', ['cd|x', 'a']],
    ['a <<EOF\naws lambda create-function\nEOF\nb', ['a', 'b']],
    ['a ${X:-default} ${Y%/*} $1 `date`', ['a|$X|?|?|?']],
    ["a '{\"x\": \"'\"$Y\"'\"}'", ['a|{"x": "$Y"}']],
  ])('%j', (script, commands) => {
    expect(commandsIn(script)).toEqual(commands);
  });

  it.each(['"', "'", '$(', '${', '`', '(', ')', '<<E\n', 'a;', '\\\n', '{', '$', '"$('])('has an end when it is full of %j', (text) => {
    expect(shellCommands(text.repeat(3000)).length).toBeLessThanOrEqual(20_000);
  });
});

describe('the short form of options', () => {
  it.each([
    ['A=1,B=two words', { A: '1', B: 'two words' }],
    ['Variables={A=1,B="x,y"}', { Variables: { A: '1', B: 'x,y' } }],
    ['SubnetIds=a,b,SecurityGroupIds=c', { SubnetIds: ['a', 'b'], SecurityGroupIds: 'c' }],
    ['SubnetIds=[a,b],S=[c]', { SubnetIds: ['a', 'b'], S: ['c'] }],
    ['{"A": {"B": [1, true]}}', { A: { B: ['1', 'true'] } }],
    ['plain', 'plain'],
    ['{ no json', '{ no json'],
    ['A={B=${X},C=1}', { A: { B: '${X}', C: '1' } }],
  ])('%s', (text, value) => {
    expect(optionValue(text)).toEqual(value);
  });

  it.each(['A={', 'A=[', 'A=[[[', 'A=,,', 'A={B={', 'A="', '__proto__={x=1},A=1'])('ends on %s', (text) => {
    expect(optionValue(text.repeat(500))).toBeDefined();
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('a call that creates a function', () => {
  it('says its settings, with what later calls change', () => {
    const fn = only(`
NAME=orders
aws --region eu-west-1 lambda create-function --function-name "$NAME" --runtime=nodejs22.x \\
  --handler index.handler --memory-size 512 --timeout 10 --layers arn:a arn:b \\
  --environment "Variables={TABLE=orders,STAGE=$STAGE}" --vpc-config SubnetIds=subnet-1,subnet-2,SecurityGroupIds=sg-1 --snap-start ApplyOn=PublishedVersions
aws lambda update-function-configuration --function-name $NAME --memory-size 2048
aws lambda put-provisioned-concurrency-config --function-name orders --qualifier live --provisioned-concurrent-executions 2
aws lambda create-function-url-config --function-name orders --auth-type NONE
`);
    expect(fn).toMatchObject({
      template: 'tools/deploy.sh', logicalId: 'orders', name: 'orders', runtime: { value: 'nodejs22.x' }, handler: { value: 'index.handler', from: { line: 4 } }, memory: { value: 2048, from: { line: 6 } }, timeout: { value: 10 },
      triggers: [{ kind: 'function-url' }], unknown: [],
    });
    expect(fn.layers.map(({ value }) => value)).toEqual(['arn:a', 'arn:b']);
    expect([...fn.environment].map(([name, { value }]) => [name, value])).toEqual([['STAGE', undefined], ['TABLE', 'orders']]);
    expect(fn.conflicts.map(({ value }) => value)).toEqual(['snap-start', 'vpc-config', 'provisioned-concurrency']);
  });

  it('leaves unknown what the script does not say', () => {
    const { name, logicalId, memory, unknown } = only('for NAME in a b; do\n  SIZE=$(cat size)\n  aws lambda create-function --function-name $NAME --memory-size "$SIZE" --timeout $2 --environment file://env.json\ndone\n');
    expect({ name, logicalId, memory }).toEqual({ name: '${NAME}', logicalId: 'create-function at line 3', memory: undefined });
    expect(unknown).toEqual(['--function-name: the shell variable NAME', '--memory-size: the output of a command', '--timeout: the output of a command', '--environment: it is in the file file://env.json']);
  });

  it('takes no value of a variable that is given several', () => {
    expect(only('M=1\nM=2\naws lambda create-function --function-name a --memory-size $M\n')).toMatchObject({ memory: undefined, unknown: ['--memory-size: the shell variable M'] });
    expect(only('P="arn:aws:lambda:$REGION:1:capacity-provider:pool"\naws lambda create-function --function-name a --capacity-provider-config "LambdaManagedInstancesCapacityProviderConfig={CapacityProviderArn=$P}"\n').managedInstances?.capacityProvider?.value).toBe('arn:aws:lambda:${REGION}:1:capacity-provider:pool');
    expect(only('M=${M:-512}\naws lambda create-function --function-name a --memory-size $M\n')).toMatchObject({ memory: { value: 512 } });
  });

  it.each([
    ['Makefile', 'NAME := orders\nSIZE ?= 256\n\ndeploy: build\n\t@aws lambda create-function --function-name $(NAME) \\\n\t  --memory-size ${SIZE} --handler "$$HANDLER"\n'],
    ['ci/buildspec.yml', 'version: 0.2\nenv:\n  variables: { SIZE: 256 }\nphases:\n  build:\n    commands:\n      - aws lambda create-function --function-name orders --memory-size $SIZE --handler "$HANDLER"\n'],
    ['.github/workflows/deploy.yml', 'jobs:\n  deploy:\n    env: { SIZE: 256 }\n    steps:\n      - run: |\n          aws lambda create-function --function-name orders \\\n            --memory-size ${{ env.SIZE }} --handler ${{ inputs.handler }}\n'],
    ['package.json', '{ "scripts": { "deploy": "SIZE=256; npm run build && aws lambda create-function --function-name orders --memory-size $SIZE --handler $HANDLER" } }'],
  ])('is found in %s', (file, text) => {
    expect(only(text, file)).toMatchObject({ name: 'orders', memory: { value: 256 }, handler: undefined, unknown: [expect.stringContaining('--handler: the shell variable')] });
  });

  it('is no call in a comment, a text or for another service', () => {
    expect(read({ 'a.sh': '# aws lambda create-function --function-name a\necho "aws lambda create-function"\naws appsync create-function --name lambda\nawsx lambda create-function --function-name a\n' }).functions).toEqual([]);
  });

  it('is named as missing when the script was asked for', () => {
    expect(read({ 'a.sh': 'echo' }, ['a.sh']).problems).toMatchObject([{ kind: 'unreadable', file: 'a.sh' }]);
  });
});

describe('the code', () => {
  it.each([
    ['zip -r fn.zip .', '../tools'],
    ['zip -rq out/fn.zip src', '../tools'],
    ['cd ../src\nzip -r ../fn.zip *', '../src'],
    ['(cd ../src; zip -r ../fn.zip .)', '../src'],
    ['cd "$(dirname "$0")/../src" && zip ../fn *', '../src'],
    ['HERE=$(cd "$(dirname "$0")" && pwd)\ncd /tmp\n(cd "$HERE/../src" && zip fn.zip x.js)', '../src'],
    ['zip -j fn.zip ../src/app/index.js', '../src/app'],
  ])('is what goes into the archive: %s', (zip, path) => {
    expect(only(`${zip}\naws lambda create-function --function-name a --zip-file fileb://fn.zip\n`).code).toMatchObject({ kind: 'local', path });
  });

  it('is the package itself when it is made elsewhere, or nowhere here', () => {
    expect(only('aws lambda create-function --function-name a --zip-file fileb://../target/a.jar', 'tools/deploy.sh', { 'target/x': '' }).code).toMatchObject({ kind: 'local', path: '../target/a.jar' });
    expect(only('aws lambda create-function --function-name a --code S3Bucket=b,S3Key=k').code).toEqual({ kind: 'elsewhere' });
    expect(only('aws lambda create-function --function-name a --package-type Image --code ImageUri=x --image-config Command=app.handler').code).toEqual({ kind: 'image', command: 'app.handler' });
  });

  it('is not found where the handler is not known, which is the reason', async () => {
    const { functions } = await inventoryOf({ 'deploy.sh': 'aws lambda create-function --function-name a --runtime nodejs22.x --handler $HANDLER --zip-file fileb://a.zip\n' });
    expect(functions).toMatchObject([{ notAnalysed: { reason: 'its handler is not known (--handler: the shell variable HANDLER)' } }]);
  });

  it('is analysed', async () => {
    const { functions } = await inventoryOf({
      'deploy.sh': 'cd src && zip -r ../fn.zip . && cd ..\naws lambda create-function --function-name orders --runtime nodejs22.x --handler index.handler --zip-file fileb://fn.zip\n',
      'src/index.js': 'exports.handler = async (event) => event;\n',
    });
    expect(functions).toMatchObject([{ id: 'deploy.sh#orders', declaredAs: 'AWS CLI', entries: [{ file: 'src/index.js' }] }]);
  });
});
