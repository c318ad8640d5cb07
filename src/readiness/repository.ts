/** Readiness of a repository: a mean to follow over time, and the worst function for gates. */
import type { Readiness, Verdict } from './readiness.js';
import { isAnalysed, VERDICTS } from './verdict.js';

export interface RepositoryReadiness {
  /** Mean of the functions that were analysed; 0 when none was. */
  readonly score: number;
  /** Of all functions: one that could not be analysed has 0. */
  readonly worstScore: number;
  readonly worstVerdict: Verdict;
}

export function summarise(functions: readonly Pick<Readiness, 'score' | 'verdict'>[]): RepositoryReadiness {
  const analysed = functions.filter(({ verdict }) => isAnalysed(verdict));
  const sum = analysed.reduce((total, { score }) => total + score, 0);
  const worst = Math.max(-1, ...functions.map(({ verdict }) => VERDICTS.indexOf(verdict)));
  return {
    // Rounded down, so that 100 means that every function has 100.
    score: analysed.length === 0 ? 0 : Math.floor(sum / analysed.length),
    worstScore: functions.length === 0 ? 0 : Math.min(...functions.map(({ score }) => score)),
    worstVerdict: VERDICTS[worst] ?? 'not-analysed',
  };
}
