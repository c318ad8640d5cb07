export const handler = async (event) => ({ orders: event.id });
