const headers = { accept: 'application/json' };

const warm = () => fetch('https://status.example.com');

// entry: order
exports.order = async (event) => {
  headers.authorization = event.token; // expect: request-state-leak error
  await warm();
  const response = await fetch(event.url, { method: 'GET', headers });
  return response.status;
};

// entry: orderInOneTurn
exports.orderInOneTurn = async (event) => {
  await warm();
  const own = { ...headers, 'x-token': event.token }; // fixed: a copy with what belongs to the request
  const response = await fetch(event.url, { method: 'GET', headers: own });
  return response.status;
};
