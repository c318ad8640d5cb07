export function withCallback(run) {
  return (event, context, callback) => { // expect: callback-handler error
    run(event, context).then((result) => callback(null, result), callback);
  };
}

export function withTimes(run) {
  return async (event, context) => {
    const start = Date.now();
    try {
      return await run(event, context);
    } finally {
      console.log(JSON.stringify({ took: Date.now() - start }));
    }
  };
}
