/** Deletes a shared directory or everything in it. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const tempDirectorySweep: Rule = {
  meta: {
    id: 'temp-directory-sweep', family: 'tmp-path-collision', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [362],
    summary: 'A shared directory is emptied or deleted by an invocation',
    description: 'An invocation deletes everything it finds in a directory that all invocations of the environment share, and with it the files that others are using.',
  },
  judge(hazard) {
    if (hazard.kind !== 'file' || hazard.harm !== 'sweep') return undefined;
    const directory = hazard.name.replace(/\/<[^>]*>$/, '');
    const what = directory === hazard.name ? `Everything in \`${directory}\`` : `Whatever is found in \`${directory}\``;
    return {
      severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
      message: `${what} is deleted, including the files of invocations that are still running.`,
      primary: hazard.operation,
      related: hazard.others.map((point) => ({ point, message: `${point.effect} here` })),
      witness: overlapping([{ by: 'A', point: hazard.others[0] ?? hazard.operation, action: `uses a file in ${directory}` }, { by: 'B', point: hazard.operation }], "A's file is gone"),
      advice: 'Give each invocation a directory of its own (mkdtemp, createTempDirectory) and delete only that.',
    };
  },
};
