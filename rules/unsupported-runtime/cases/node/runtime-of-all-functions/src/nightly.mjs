export const handler = async (event) => ({ nightly: event.id });
