export const handler = async (event) => ({ order: event.order });
