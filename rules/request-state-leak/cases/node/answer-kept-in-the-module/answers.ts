export interface Answer {
  statusCode: number;
  body: string;
}

const common: Answer = { statusCode: 200, body: '' };
const defaults = { statusCode: 200, headers: { 'content-type': 'application/json' } };

/** Who is answered later finds what the last request has put here. */
export function answerWith(value: unknown): Answer {
  common.body = JSON.stringify(value); // expect: request-state-leak error
  return common;
}

export const freshAnswer = (value: unknown): Answer => ({ ...defaults, body: JSON.stringify(value) }); // fixed: an object for each answer
