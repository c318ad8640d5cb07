exports.handler = async (event) => ({ order: event.order });
