export const run = (event) => ({ order: event.order });
