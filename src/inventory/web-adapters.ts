/**
 * Web adapters: what puts a whole web application behind one Lambda function. Some are libraries that the handler's file
 * uses; the Lambda Web Adapter is a layer or an image in front of an ordinary web server.
 */
import type { CodeBase, Conventions } from './conventions/index.js';
import type { LambdaFunction } from './lambda-function.js';

/** One web-server process takes all requests of the environment. */
export const LAMBDA_WEB_ADAPTER = 'lambda-web-adapter';

/** Whether layers, environment or handler put the Lambda Web Adapter in front of the code. */
export function usesLambdaWebAdapter(fn: Pick<LambdaFunction, 'layers' | 'environment' | 'handler'>): boolean {
  return fn.layers.some((layer) => /LambdaAdapterLayer/i.test(layer.value))
    || fn.environment.get('AWS_LAMBDA_EXEC_WRAPPER')?.value === '/opt/bootstrap'
    || /\.sh$/.test(fn.handler?.value ?? '');
}

/** The adapter that `file` uses, by its imports or, where a library needs none, by its text. */
export function adapterOf(file: string, conventions: Conventions, { project, program }: CodeBase): string | undefined {
  const libraries = program.index(file)?.libraries ?? [];
  const known = conventions.webAdapters.find(({ library, call }) =>
    libraries.some((name) => library.test(name)) || (call !== undefined && call.test(project.read(file) ?? '')));
  return known?.adapter;
}

/** What a start script or a container's command runs. */
export type StartCommand =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'module'; readonly module: string; readonly symbol: string };

const SERVERS = /\b(?:uvicorn|gunicorn|hypercorn|daphne|waitress-serve)\b[^\n]*?\s(?<module>[\w./]+):(?<symbol>\w+)/;
const MODULE_RUN = /\bpython[\d.]*\s+(?:-\w\s+)*-m\s+(?<module>(?!uvicorn|gunicorn|hypercorn|flask)[\w.]+)/;
const FILE_RUN = /\b(?:node|tsx|ts-node|bun|deno\s+run|python[\d.]*)\s+(?:-{1,2}[\w=:./-]+\s+)*(?<path>[\w./-]+\.(?:[cm]?[jt]s|py))\b/;
const FLASK_RUN = /\bflask\s+(?:--app\s+(?<module>[\w.]+)(?::(?<symbol>\w+))?\s+)?run\b/;

/** The program that `command` (a shell script or one line of it) starts, when it is one that is known. */
export function startCommandOf(command: string): StartCommand | undefined {
  const server = SERVERS.exec(command)?.groups;
  if (server) return { kind: 'module', module: server['module'] ?? '', symbol: server['symbol'] ?? '' };
  const flask = FLASK_RUN.exec(command)?.groups;
  if (flask) return { kind: 'module', module: flask['module'] ?? 'app', symbol: flask['symbol'] ?? 'app' };
  const file = FILE_RUN.exec(command)?.groups?.['path'];
  if (file !== undefined) return { kind: 'file', path: file };
  const module = MODULE_RUN.exec(command)?.groups?.['module'];
  return module === undefined ? undefined : { kind: 'file', path: `${module.replaceAll('.', '/')}.py` };
}
