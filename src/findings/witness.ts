/** Schedules of two invocations, from the points that an analysis names. */
import type { Point } from '../analysis/hazard.js';
import type { Witness, WitnessStep } from './finding.js';

/** One step: who, where, and what happens if the source line does not say it. */
export interface Step {
  readonly by: 'A' | 'B';
  readonly point: Point;
  readonly action?: string;
}

export function overlapping(steps: readonly Step[], outcome: string): Witness {
  return { relation: 'overlapping', steps: steps.map(stepOf), outcome };
}

export function later(steps: readonly Step[], outcome: string): Witness {
  return { relation: 'later-on-the-same', steps: steps.map(stepOf), outcome };
}

/** A and B are threads of one invocation. */
export function withinOne(steps: readonly Step[], outcome: string): Witness {
  return { relation: 'own-threads', steps: steps.map(stepOf), outcome };
}

function stepOf(step: Step): WitnessStep {
  return { invocation: step.by, action: step.action ?? step.point.code, location: step.point.location, calls: step.point.calls };
}
