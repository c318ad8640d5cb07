/** Where the parser of Terraform's language cannot be started, everything else is found and shown as before, and it is said. */
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { parser } from 'typescript-eslint';
import { openEditorProject } from '../../src/editor/index.js';
import { folderWith } from '../cli/command-line.js';

vi.mock('../../src/assets.js', async (original) => ({ ...await original<object>(), grammarFile: () => '/nowhere/tree-sitter-hcl.wasm' }));

const HANDLER = `let tenant = '';
export const handler = async (event) => {
  tenant = event.tenant;
  await fetch('https://example.com/');
  return { tenant };
};
`;

it('shows what is found without it', () => {
  const folder = folderWith({ 'orders.js': HANDLER, 'main.tf': 'resource "aws_lambda_function" "orders" {\n  handler = "orders.handler"\n}\n' });
  const tree = (parser.parseForESLint as (text: string, options: object) => { readonly ast: object })(HANDLER, { range: true, loc: true }).ast;
  const { findings, problems } = openEditorProject({ folder }).findingsIn(join(folder, 'orders.js'), HANDLER, tree);
  expect(findings.map(({ rule, location }) => `${location.line} ${rule}`)).toEqual(['3 request-state-leak']);
  expect(problems).toMatchObject([{ kind: 'internal', file: 'main.tf', message: expect.stringContaining('was not read') as string }]);
});
