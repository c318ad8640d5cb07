/** How the rules about settings judge: what is refused is an error, what is legal and poor a warning. */
import type { Hazard, PlatformHarm } from '../analysis/hazard.js';
import type { Severity } from './finding.js';
import type { Judgement } from './rule.js';

type SettingHarm = Extract<PlatformHarm, { readonly kind: 'setting' }>;

const SEVERITIES: Readonly<Record<SettingHarm['grade'], Severity>> = { refused: 'error', poor: 'warning', advice: 'note' };

/** Nothing where `hazard` is no setting of that topic. */
export function judgeSetting(hazard: Hazard, topic: SettingHarm['topic']): Judgement | undefined {
  if (hazard.kind !== 'platform' || hazard.harm.kind !== 'setting' || hazard.harm.topic !== topic) return undefined;
  const { grade, problem, remedy } = hazard.harm;
  return {
    severity: SEVERITIES[grade], confidence: grade === 'refused' ? 'certain' : 'likely', exposure: 'new-under-lmi',
    message: problem, advice: remedy, primary: hazard.point, related: hazard.others.map((point) => ({ point, message: 'goes together with it' })), witness: undefined,
  };
}
