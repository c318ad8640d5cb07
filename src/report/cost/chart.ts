/** The plain-text chart: what a month costs at several amounts of traffic, on both kinds of compute. */
import { compareCost, type CostComparison } from '../../readiness/cost/comparison.js';
import { dollars, requestsText } from './figures.js';

/** Amounts of traffic around the one that was asked about. */
const FACTORS = [0.1, 0.3, 1, 3, 10];
const BAR = '█';

/** One line per amount and kind of compute; `columns` wide at most. */
export function chart({ question }: CostComparison, columns: number): readonly string[] {
  const rows = FACTORS.flatMap((factor) => {
    const requests = question.traffic.requests * factor;
    const there = compareCost({ ...question, traffic: { ...question.traffic, requests }, instanceHours: undefined });
    return there ? [
      { label: requestsText(requests), kind: 'standard Lambda', cost: there.standard.total },
      { label: '', kind: 'managed, On-Demand', cost: there.managed['on-demand'].total },
      { label: '', kind: 'managed, three years', cost: there.managed['three-year'].total },
    ] : [];
  });
  const most = Math.max(...rows.map(({ cost }) => cost));
  const [labels, kinds, costs] = [rows.map(({ label }) => label), rows.map(({ kind }) => kind), rows.map(({ cost }) => dollars(cost))].map((texts) => Math.max(...texts.map(({ length }) => length)));
  const width = Math.max(10, columns - labels! - kinds! - costs! - 8);
  return rows.map(({ label, kind, cost }) =>
    `  ${label.padStart(labels!)}  ${kind.padEnd(kinds!)} ${dollars(cost).padStart(costs!)}  ${BAR.repeat(Math.max(cost > 0 ? 1 : 0, Math.round((cost / most) * width)))}`.trimEnd());
}
