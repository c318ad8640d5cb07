import { expect, test } from 'vitest';
import type { WorkloadEvidence } from '../../src/analysis/result.js';
import { adviseOn } from '../../src/readiness/advice/advise.js';
import { auditJson, folderWith } from '../cli/command-line.js';
import { functionIn } from './function-example.js';
import { evidenceOf } from './random-function.js';

async function profileOf(file: string, source: string): Promise<readonly string[]> {
  const { report } = await auditJson(['--fail-on', 'never'], { cwd: folderWith({ [file]: source }) });
  const { functions: [fn] } = report as unknown as { functions: readonly { advice: { workload: string; evidence: readonly WorkloadEvidence[] } }[] };
  return [fn!.advice.workload, ...fn!.advice.evidence.map(({ kind, what, megabytes }) => `${kind} ${what}${megabytes === undefined ? '' : ` ${megabytes}`}`)];
}

const PYTHON_DOWNLOAD = `import boto3
s3 = boto3.client("s3")

def handler(event, context):
    body = s3.get_object(Bucket="in", Key=event["key"])["Body"].read()
    path = "/tmp/" + context.aws_request_id
    with open(path, "wb") as target:
        target.write(body)
    return len(body)
`;

test.each<[string, string, string, readonly string[]]>([
  ['a signature does not make it compute', 'handler.mjs', `import jwt from 'jsonwebtoken';
export const handler = async (event) => { const answer = await fetch(event.url); return jwt.sign({ ok: answer.ok }, 'key'); };
`, ['io-bound', 'io fetch']],
  ['a buffer of a constant size', 'handler.mjs', `export const handler = async (event) => { const room = Buffer.alloc(67108864); room.write(event.text); return room.length; };
`, ['memory-heavy', 'memory Buffer.alloc 64']],
  ['a download that is taken whole and left in /tmp', 'app.py', PYTHON_DOWNLOAD,
    ['io-bound', 'io boto3.client.get_object', 'io botocore.response.StreamingBody.read', 'body botocore.response.StreamingBody.read', 'disk open']],
  ['a program that is started', 'app.py', `import subprocess

def handler(event, context):
    subprocess.run(["ffmpeg", "-i", event["url"]], check=True)
`, ['cpu-bound', 'cpu subprocess.run']],
])('%s', async (_, file, source, expected) => expect(await profileOf(file, source)).toEqual(expected));

test('what is taken whole is said where memory decides', () => {
  const { memoryPerVcpu, maxConcurrency } = adviseOn(functionIn('node'), { language: 'node', evidence: [evidenceOf('io'), evidenceOf('body')], libraries: [] });
  expect([memoryPerVcpu.value, maxConcurrency.value]).toEqual([2, 64]);
});
