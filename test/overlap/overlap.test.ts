/**
 * What the rules about temporary files say is seen here: two invocations overlap, in worker threads (Node.js), processes (Python) or
 * threads (Java), in every order that stops one before one of its file operations. The unsafe handler gives a wrong answer in
 * some of them, the fixed one in none. Right is what each invocation answers alone.
 */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obtainJavaCompiler } from '../rules/java-compiler.js';
import { ACTORS, PLAYS, type Actor, type Play, type PlayedLanguage } from './plays.js';
import { rehearse, type Rehearsed } from './rehearse.js';
import { playAlone, playOverlapping, type Open } from './schedules.js';
import { PROCESS_ENDED } from './stage.js';

const RULES = ['shared-temp-path', 'temp-directory-sweep', 'temp-path-toctou'];
const LANGUAGES: readonly PlayedLanguage[] = ['node', 'python', 'java'];

const compiler = await obtainJavaCompiler();
const missing: Readonly<Record<PlayedLanguage, string | undefined>> = {
  node: undefined, python: missingProgram('python3', ['--version']), java: 'missing' in compiler ? compiler.missing : undefined,
};

function missingProgram(command: string, args: readonly string[]): string | undefined {
  try {
    execFileSync(command, args, { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `${command} does not run: ${String(error).split('\n')[0]}`;
  }
}

describe.each(LANGUAGES)('%s', (language) => {
  it('has a play for each rule about temporary files', () => {
    expect(PLAYS.filter((play) => play.language === language).map(({ rule }) => rule).sort()).toEqual(expect.arrayContaining(RULES));
  });

  const why = missing[language];
  const plays = PLAYS.filter((play) => play.language === language);
  if (why === undefined) describe.each(plays)('$rule: $mechanism', perform);
  // Where everything has to be checked, a machine that cannot is a failure; elsewhere the name of this test says what was not.
  else if (process.env['CI']) it('runs its cases', () => expect.fail(why));
  else it.todo(`runs its cases: ${why}`);
});

function perform(play: Play): void {
  let ready: Rehearsed | undefined;
  const open = (handler: string): Open => {
    if (!ready) throw new Error('the play was not rehearsed');
    return ready.stageFor(handler);
  };
  beforeAll(() => { ready = rehearse(play, 'jar' in compiler ? { java: compiler.jar } : {}); }, 60_000);
  afterAll(() => ready?.remove());

  it(`${play.unsafe} gives a wrong answer in some order`, async () => {
    const { right, seen } = await everyOrder(open(play.unsafe));
    expect(Object.values(right)).toEqual([expect.stringMatching(/^done /), expect.stringMatching(/^done /)]);
    expect(seen.filter((answers) => ACTORS.some((actor) => answers[actor] !== right[actor]))).not.toEqual([]);
  }, 120_000);

  it(`${play.fixed} gives the right one in every order`, async () => {
    const { right, seen } = await everyOrder(open(play.fixed));
    expect(Object.values(right)).toEqual([expect.stringMatching(/^done /), expect.stringMatching(/^done /)]);
    expect(seen.length).toBeGreaterThan(2);
    for (const answers of seen) expect(answers).toEqual(right);
  }, 120_000);
}

/** The answers of each alone, and of both for every place where the first one can be stopped. */
async function everyOrder(open: Open): Promise<{ readonly right: Readonly<Record<Actor, string>>; readonly seen: readonly Readonly<Record<Actor, string>>[] }> {
  const a = await playAlone(open, 'A');
  const b = await playAlone(open, 'B');
  const seen: Readonly<Record<Actor, string>>[] = [];
  for (let passed = 1; passed < a.gates; passed++) seen.push(await playOverlapping(open, passed));
  // An answer, right or wrong, is the handler's own.
  expect([a, b].map(({ answer }) => answer).concat(seen.flatMap(Object.values))).not.toContain(PROCESS_ENDED);
  return { right: { A: a.answer, B: b.answer }, seen };
}
