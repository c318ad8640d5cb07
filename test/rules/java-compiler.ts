/**
 * The Java compiler that says whether cases are Java: javac 25 as built by Frgaal, which knows the newest syntax and class library
 * and runs on Java 17. It comes from Maven's central repository, once; this file is where its version is raised.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tmpdir } from 'node:os';
import type { Files } from './cases.js';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'reentrant');

const RELEASE = '25';
const JAR = `compiler-${RELEASE}.0.0.jar`;
const ARTIFACT = `org.frgaal:compiler:${RELEASE}.0.0`;
const SHA256 = 'cbe9c235a00991bbba601ae9e14772dd216d7b7f886c759cb2486785626394de';

/** What the libraries that cases use look like from outside: a source tree with the signatures that they need. */
const STUBS = join(import.meta.dirname, 'java-stubs');

/** Nothing is executed, so nothing has to be generated: attribution and flow analysis find what is no Java. */
const OPTIONS = ['--release', RELEASE, '-proc:none', '-nowarn', '-implicit:none', '-XDshould-stop.ifNoError=FLOW', '-sourcepath', STUBS, '-classpath', STUBS];

const run = promisify(execFile);

/** `missing`: why there is no compiler on this machine. */
export type JavaCompiler = { readonly jar: string } | { readonly missing: string };

/** The compiler, fetched when it is not there yet. */
export async function obtainJavaCompiler(): Promise<JavaCompiler> {
  const jar = join(CACHE, JAR);
  if (existsSync(jar) && digest(jar) === SHA256) return { jar };
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'fetch-'));
  try {
    await run('java', ['-version']);
    await run('mvn', ['--batch-mode', '--quiet', 'dependency:copy', `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`], { cwd: folder, shell: process.platform === 'win32' });
    const fetched = join(folder, JAR);
    if (digest(fetched) !== SHA256) return { missing: `${ARTIFACT} is not the one that was chosen` };
    renameSync(fetched, jar);
    return { jar };
  } catch (error) {
    return { missing: `Java and Maven could not fetch ${ARTIFACT}: ${String(error).split('\n')[0]}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the compiler says of each of `projects`, compiled for itself; an empty text when it accepts it. */
export async function compileEach(jar: string, projects: readonly Files[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'reentrant-java-'));
  try {
    const commands = projects.map((files, index) => {
      const sources = join(folder, String(index));
      return [...OPTIONS, '-d', sources, ...Object.entries(files).filter(([name]) => name.endsWith('.java')).map(([name, text]) => write(join(sources, name), text))].join('\t');
    });
    const [tasks, said] = [write(join(folder, 'tasks'), commands.join('\n')), join(folder, 'said')];
    await run('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', jar, join(import.meta.dirname, 'CompileEach.java'), tasks, said]);
    return readFileSync(said, 'utf8').split('\0').map((text) => text.replaceAll(folder, ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(file: string, text: string): string {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
