import { now } from '#clock';
import { current } from '@acme/context';
import { Order } from '@domain/order';

export const handler = async (event: { order: string; by: string }) => {
  current.by = event.by; // expect: request-state-leak error
  const order = new Order(event.order, now());
  await order.place();
  return `${order.id} by ${current.by}`;
};
