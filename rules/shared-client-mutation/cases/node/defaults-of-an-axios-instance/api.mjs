import axios from 'axios';

const api = axios.create({ baseURL: 'https://orders.example.com' });

export function useToken(token) {
  api.defaults.headers.common.Authorization = token; // expect: shared-client-mutation error
}

export async function loadOrders(customer) {
  const { data } = await api.get(`/customers/${customer}`);
  const orders = await api.get(`/orders?account=${data.account}`);
  return orders.data;
}
