/**
 * Makes a case ready to run: a copy in which `/tmp` is a folder of its own, so that nothing outside of it is touched, bundled or
 * compiled where the language needs it.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { casesOf, type Files } from '../rules/cases.js';
import type { Actor, Event, Play } from './plays.js';
import type { Open } from './schedules.js';
import { openStage, type Host } from './stage.js';

const HOSTS = join(import.meta.dirname, 'hosts');
const STUBS = join(import.meta.dirname, '../rules/java-stubs');

export interface Rehearsed {
  /** A stage on which `handler` plays, with an empty folder for temporary files. */
  readonly stageFor: (handler: string) => Open;
  readonly remove: () => void;
}

/** What running Java takes: a jar with the compiler. */
export interface Tools {
  readonly java?: string;
}

export function rehearse(play: Play, tools: Tools): Rehearsed {
  const found = casesOf(play.rule, play.language).find(({ mechanism }) => mechanism === play.mechanism);
  if (!found) throw new Error(`no case ${play.rule}/${play.language}/${play.mechanism}`);
  const work = mkdtempSync(join(tmpdir(), 'reentrant-overlap-'));
  const sandbox = join(work, 'tmp');
  writeCopy(join(work, 'code'), found.files, sandbox);
  const hosts = HOSTS_OF[play.language](play, work, sandbox, tools);
  const stageFor = (handler: string): Open => (actors) => {
    rmSync(sandbox, { recursive: true, force: true });
    mkdirSync(sandbox);
    return openStage(hosts(handler, actors).map((host) => ({ ...host, env: { TMPDIR: sandbox } })));
  };
  return { stageFor, remove: () => rmSync(work, { recursive: true, force: true }) };
}

function writeCopy(folder: string, files: Files, sandbox: string): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text.replaceAll('/tmp', sandbox));
  }
}

type HostsOf = (handler: string, actors: readonly Actor[]) => readonly Host[];

const HOSTS_OF: Readonly<Record<Play['language'], (play: Play, work: string, sandbox: string, tools: Tools) => HostsOf>> = {
  node(play, work, sandbox) {
    const bundle = join(work, 'bundle.cjs');
    buildSync({ entryPoints: [join(work, 'code', play.home)], bundle: true, platform: 'node', format: 'cjs', outfile: bundle, logLevel: 'error' });
    return (handler, actors) => [{ command: process.execPath, args: [join(HOSTS, 'node-host.mjs'), bundle, handler, sandbox, JSON.stringify(eventsOf(play, actors))], actors }];
  },
  python(play, work, sandbox) {
    const module = play.home.replace(/\.py$/, '');
    return (handler, actors) => actors.map((actor) => ({
      command: 'python3', args: [join(HOSTS, 'python_host.py'), join(work, 'code'), module, handler, sandbox, actor, JSON.stringify(play.events[actor])], actors: [actor],
    }));
  },
  java(play, work, sandbox, { java }) {
    if (java === undefined) throw new Error('no Java compiler');
    compile(java, play, work);
    return (handler, actors) => [{
      command: 'java', actors,
      args: ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', `-Djava.io.tmpdir=${sandbox}`, '-cp', join(work, 'classes'), 'overlap.Host', `${play.home}.${handler}`, ...actors.flatMap((actor) => [actor, pairsOf(play.events[actor])])],
    }];
  },
};

/** The case with the gated file operations in place of the library's. */
function compile(jar: string, play: Play, work: string): void {
  const names = Object.keys(casesOf(play.rule, play.language).find(({ mechanism }) => mechanism === play.mechanism)?.files ?? {});
  const sources = names.map((name) => join(work, 'code', name));
  for (const source of sources) writeFileSync(source, readFileSync(source, 'utf8').replace('import java.nio.file.Files;', 'import overlap.Files;'));
  for (const name of ['Host.java', 'Files.java']) {
    copyFileSync(join(HOSTS, name), join(work, name));
    sources.push(join(work, name));
  }
  execFileSync('java', ['-jar', jar, '--release', '17', '-nowarn', '-proc:none', '-implicit:class', '-sourcepath', STUBS, '-d', join(work, 'classes'), ...sources], { stdio: 'pipe' });
}

function eventsOf(play: Play, actors: readonly Actor[]): Readonly<Record<string, Event>> {
  return Object.fromEntries(actors.map((actor) => [actor, play.events[actor]]));
}

function pairsOf(event: Event): string {
  return Object.entries(event).map(([key, value]) => `${key}=${String(value)}`).join(';');
}
