import axios from 'axios';
import { GraphQLClient } from 'graphql-request';

axios.defaults.timeout = 2000; // safe: once, when the module is loaded
const catalogue = new GraphQLClient('https://catalogue.example.com/graphql');

export const handler = async (event: { token: string; query: string }) => {
  axios.defaults.headers.common['x-service'] = 'catalogue'; // expect: process-global-mutation note
  const price = await axios.get('https://prices.example.com', { headers: { Authorization: event.token } }); // fixed: headers of this one request
  const own = new GraphQLClient('https://partner.example.com/graphql');
  own.setHeader('authorization', event.token); // safe: a client of this invocation
  const offers = await own.request(event.query);
  catalogue.setHeader('authorization', event.token); // expect: shared-client-mutation error
  return { price: price.data, offers, items: await catalogue.request(event.query) };
};
