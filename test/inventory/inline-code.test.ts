import { describe, expect, it } from 'vitest';
import { withInlineCode } from '../../src/inventory/index.js';
import { inlineFiles } from '../../src/inventory/templates/cloudformation/inline-code.js';
import { folderWith, reentrant } from '../cli/command-line.js';
import { memoryProject } from './memory-project.js';

const BLOCK = `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: !Sub |
          let current;
          exports.handler = async (event) => {
            current = event.user;
            await new Promise((resolve) => setTimeout(resolve, 10));
            return \`\${!current} of \${AWS::StackName}\`;
          };
`;

describe('code that is written in a template', () => {
  it('is a file of its own, line by line', () => {
    const [orders] = inlineFiles('infra/template.yaml', BLOCK);
    expect(orders?.file).toBe('infra/template.yaml/Orders/index.js');
    expect(orders?.text.split('\n')[4]).toBe('  return `${current} of __AWS__StackName_`;');
    expect(orders?.lines[0]).toMatchObject({ line: 9, columns: 10 });
    expect(orders?.lines[2]).toMatchObject({ line: 11, columns: 10 });
  });

  it('may be joined of lines, or be one text of a JSON template', () => {
    const joined = `Resources:
  A:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Code:
        ZipFile: !Join
          - "\\n"
          - - "def handler(event, context):"
            - "    return 1"
`;
    const [a] = inlineFiles('t.yaml', joined);
    expect(a).toMatchObject({ file: 't.yaml/A/index.py', text: 'def handler(event, context):\n    return 1' });
    expect(a?.lines.map(({ line }) => line)).toEqual([9, 10]);
    const [b] = inlineFiles('t.json', JSON.stringify({ Resources: { B: { Type: 'AWS::Serverless::Function', Properties: { Runtime: 'python3.13', InlineCode: 'def handler(e, c):\n  return e\n' } } } }, undefined, 1));
    expect(b?.lines.map(({ line }) => line)).toEqual([7, 7, 7]);
  });

  it('is passed over when its language or its form is not known', () => {
    expect(inlineFiles('t.yaml', 'Resources: { A: { Type: AWS::Lambda::Function, Properties: { Code: { ZipFile: "x" } } } }')).toEqual([]);
    expect(inlineFiles('t.yaml', 'Resources: { A: { Type: AWS::Lambda::Function, Properties: { Runtime: python3.13, Code: { ZipFile: !ImportValue x } } } }')).toEqual([]);
    expect(inlineFiles('t.yaml', 'ZipFile: [')).toEqual([]);
  });

  it('adds nothing to a project without it', () => {
    const project = memoryProject({ 'template.yaml': 'Resources: {}', 'src/a.js': '' });
    expect(withInlineCode(project).project).toBe(project);
  });

  it('is audited in place', async () => {
    const { stdout, code } = await reentrant(['.', '--format', 'json'], { cwd: folderWith({ 'template.yaml': BLOCK }) });
    const report = JSON.parse(stdout) as { functions: { name: string; verdict: string }[]; findings: { rule: string; location: { file: string; line: number; column: number } }[] };
    expect(code).toBe(1);
    expect(report.functions).toMatchObject([{ name: 'Orders', verdict: 'not-ready' }]);
    expect(report.findings).toMatchObject([{ rule: 'request-state-leak', location: { file: 'template.yaml', line: 11, column: 13 } }]);
    expect(JSON.stringify(report.findings)).not.toContain('"file":"template.yaml/Orders');
  });
});
