// entry: handler
const axios = require('axios');

let token = null;
let until = null;

async function accessToken() {
  // fixed: the date at which it expires is looked at, when there is one
  if (token && until && until > new Date()) return token;
  const { data } = await axios.post(process.env.TOKEN_URL, new URLSearchParams({ grant_type: 'client_credentials' }));
  token = data.access_token; // expect: cache-stampede warning
  // expect: unsafe-lazy-init note
  until = new Date(Date.now() + data.expires_in * 1000);
  return token;
}

exports.handler = async (event) => {
  const { data } = await axios.get(`${process.env.API}/orders/${event.id}`, { headers: { Authorization: `Bearer ${await accessToken()}` } });
  return data;
};
