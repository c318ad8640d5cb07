import OpenAI from 'openai';
import { ask } from './ask.mjs';

const shared = new OpenAI();

// entry: answer
export const answer = async (event) => {
  shared.apiKey = event.tenant.key; // expect: shared-client-mutation error
  return ask(shared, event.question);
};

// entry: answerFixed
export const answerFixed = async (event) => ask(new OpenAI({ apiKey: event.tenant.key }), event.question); // fixed: a client for the tenant

// entry: summary
export const summary = async (event) => ask(shared, `Summarise ${event.text}`); // safe: what differs goes with the request
