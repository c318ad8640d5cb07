export const handler = async (event) => ({ prices: event.id });
