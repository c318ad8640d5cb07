import { EventEmitter } from 'node:events';
import { store } from './orders.mjs';

const orders = new EventEmitter();
const answers = new EventEmitter();

export const handler = async (event) => {
  orders.on('stored', (id) => console.log(event.customer, id)); // expect: handler-registration error
  await store(orders, event.order);
  return { order: event.order };
};

export const own = async (event) => {
  const mine = new EventEmitter();
  mine.on('stored', (id) => console.log(event.customer, id)); // safe: the emitter goes with the invocation
  await store(mine, event.order);
  return { order: event.order };
};

// fixed: each invocation takes away what it has registered
export const careful = async (event) => {
  const log = (id) => console.log(id);
  answers.on('stored', log);
  try {
    await store(answers, event.order);
  } finally {
    answers.off('stored', log);
  }
  return { order: event.order };
};
