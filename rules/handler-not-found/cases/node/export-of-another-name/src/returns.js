for (const name of ['lambdaHandler', 'warmUp']) exports[name] = async (event) => ({ name, order: event.order });
