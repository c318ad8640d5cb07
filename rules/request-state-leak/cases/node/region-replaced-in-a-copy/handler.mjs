import { connect } from './client.mjs';
const options = { retries: 3, region: 'eu-west-1' };
const settings = { retries: 3, region: 'eu-west-1' };
export const handler = async (event) => {
  for (const region of event.regions) {
    options.region = region; // safe: read in the same turn, and elsewhere another value is put in its place
    await connect(options);
    settings.region = region; // expect: request-state-leak error
    await connect(settings);
  }
  await connect({ ...options, region: 'us-east-1' });
  await connect({ region: 'us-east-1', ...settings });
};
