/** The cost comparison for people. */
import type { CostComparison } from '../../readiness/cost/comparison.js';
import type { FunctionCost } from '../../readiness/cost/function-cost.js';
import { INSTANCE_PRICES_DATE } from '../../readiness/cost/instance-types.js';
import { discountedHourly, type ManagedCost } from '../../readiness/cost/managed-instances.js';
import { DISCOUNTS, LAMBDA_PRICES_SOURCE, MANAGEMENT_FEE, PRICES_DATE, PRICES_REGION, STANDARD_SAVINGS_PLAN, type Commitment } from '../../readiness/cost/prices.js';
import { visible } from '../escape.js';
import { openPage, prose, rule, type Page } from '../terminal/page.js';
import { chart } from './chart.js';
import { dollars, requestsText } from './figures.js';

export interface CostSheet {
  readonly width: number;
  readonly color: boolean;
  /** Of the function, where a template was given. */
  readonly name?: string;
}

const SETTINGS: Readonly<Record<FunctionCost['settings'], string>> = {
  own: 'the settings that it has', advised: 'the settings that an audit of its code advises', cheapest: 'the cheapest settings that leave each request its memory',
};

/** Said only where a person may know better. */
const MEMORY: Readonly<Record<FunctionCost['memoryBasis'], string | undefined>> = {
  given: undefined, set: undefined, default: 'the default, since nothing says its memory; --memory says more', share: 'its share of an environment; --memory says what it would need alone',
  estimate: 'an estimate of what it would need alone; --memory says better',
};

const NAMES: Readonly<Record<Commitment, string>> = { 'on-demand': 'On-Demand', 'one-year': 'Savings Plan, one year', 'three-year': 'Savings Plan, three years' };

/** The answer to "does it pay": both prices, what they consist of, from where on it pays, and a chart. */
export function costText(comparison: FunctionCost, sheet: CostSheet): string {
  const page = openPage(sheet.width, sheet.color);
  const { traffic, standard: fn } = comparison.question;
  const title = sheet.name === undefined ? 'Cost of a month' : `Cost of a month: ${visible(sheet.name)}`;
  const lines = [
    rule(page, title, `${requestsText(traffic.requests)} requests of ${durationText(traffic.seconds)}, ${fn.memory} MB, ${fn.architecture}`), '',
    ...standardLines(page, comparison), '', ...managedLines(page, comparison), '', ...verdictLines(page, comparison), '',
    page.chalk.bold('Around this traffic'), '', ...chart(comparison, page.width), '',
    ...prose(page, `Prices of ${PRICES_REGION}: Lambda as of ${PRICES_DATE} (${LAMBDA_PRICES_SOURCE}), instances as of ${INSTANCE_PRICES_DATE}. An estimate: load tests say how many requests an environment really takes.`, '', page.chalk.dim),
  ];
  return `${lines.join('\n')}\n`;
}

function standardLines(page: Page, { standard, question, memoryBasis }: FunctionCost): readonly string[] {
  const basis = MEMORY[memoryBasis];
  return [
    `${page.chalk.bold('Standard Lambda')}${question.freeTier ? page.chalk.dim(' after the free tier') : ''}`,
    ...(basis === undefined ? [] : prose(page, `${question.standard.memory} MB a request: ${basis}.`, '  ')),
    row('requests', standard.requests), row('duration', standard.duration), row('together', standard.total, page.chalk.bold),
    row(`with a Compute Savings Plan (${percent(STANDARD_SAVINGS_PLAN)} off the duration)`, standard.withSavingsPlan),
  ];
}

function managedLines(page: Page, { managed, fleet, environment, hours, question, settings }: FunctionCost): readonly string[] {
  const { type, environments, instances } = fleet;
  const measured = question.instanceHours !== undefined;
  const size = measured
    ? `${Math.round(hours).toLocaleString('en-US')} hours of ${type.name}, as given`
    : `${environments} environments of ${environment.memory} MB and ${environment.vcpus} vCPU, ${environment.concurrency} requests at once in each, on ${instances} × ${type.name} (${SETTINGS[settings]})`;
  return [
    page.chalk.bold('Managed instances'), ...prose(page, size, '  '), '',
    ...(['on-demand', 'one-year', 'three-year'] as const).flatMap((commitment) => [
      row(`${NAMES[commitment]}: ${parts(managed[commitment])}`, managed[commitment].total, page.chalk.bold),
    ]),
    '',
    ...prose(page, `One hour of ${type.name} costs $${type.hourly} On-Demand and ${rates(question, type)}; the management fee is ${percent(MANAGEMENT_FEE)} of the On-Demand price, whatever plan there is.`, '  ', page.chalk.dim),
  ];
}

function rates({ discounts }: CostComparison['question'], type: CostComparison['fleet']['type']): string {
  const rate = (commitment: Commitment): string => {
    const discount = discounts?.[commitment] ?? DISCOUNTS[commitment];
    return `$${discountedHourly(type, discount)} (${percent(discount)} off)`;
  };
  return `with the plans ${rate('one-year')} and ${rate('three-year')}`;
}

function parts({ requests, instances, fee }: ManagedCost): string {
  return `requests ${dollars(requests)} + instances ${dollars(instances)} + fee ${dollars(fee)}`;
}

function verdictLines(page: Page, { standard, managed, breakEven, floor }: CostComparison): readonly string[] {
  const pays = (commitment: Commitment): string => {
    const from = breakEven[commitment];
    return `${NAMES[commitment]} ${from === undefined ? 'never pays for requests like these' : `pays from ${requestsText(from)} requests a month`}`;
  };
  const difference = standard.total - managed['on-demand'].total;
  const now = difference >= 0
    ? `At this traffic managed instances cost ${dollars(difference)} less On-Demand.`
    : `At this traffic managed instances cost ${dollars(-difference)} more On-Demand.`;
  return [
    page.chalk.bold('Does it pay?'), ...prose(page, now, '  '),
    ...prose(page, `${pays('on-demand')}; ${pays('one-year')}; ${pays('three-year')}.`, '  '),
    ...prose(page, `Without a single request ${floor.fleet.environments} environments on ${floor.fleet.instances} × ${floor.fleet.type.name} cost ${dollars(floor.total)} a month On-Demand.`, '  '),
  ];
}

function row(label: string, amount: number, style: (text: string) => string = (text) => text): string {
  return `  ${style(dollars(amount).padStart(12))}  ${label}`;
}

function percent(part: number): string {
  return `${Number((part * 100).toFixed(1))} %`;
}

function durationText(seconds: number): string {
  return seconds < 1 ? `${Number((seconds * 1000).toPrecision(4))} ms` : `${Number(seconds.toPrecision(4))} s`;
}
