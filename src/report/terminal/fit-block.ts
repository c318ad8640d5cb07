/** Whether managed instances are the right place for the function at all. */
import type { Fit, FitVerdict } from '../../readiness/fit.js';
import { field } from './field.js';
import { placeText, type Page } from './page.js';

const WORDS: Readonly<Record<FitVerdict, string>> = {
  'managed-instances': 'managed instances suit it.', 'standard-lambda': 'better left on standard Lambda.', 'container-service': 'better on a container service.', 'depends-on-traffic': 'the traffic decides.',
};

export function fitBlock(page: Page, { verdict, reasons }: Fit): readonly string[] {
  return field(page, 'Fit', [WORDS[verdict], ...reasons.map(({ what, at }) => (at === undefined ? what : `${what} (${placeText(at)})`))].join(' '));
}
