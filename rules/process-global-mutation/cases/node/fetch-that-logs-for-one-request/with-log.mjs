export function withLog(call, orderId) {
  return async (url, init) => {
    console.log(JSON.stringify({ orderId: orderId(), url }));
    return call(url, init);
  };
}
