const options = { retries: 3, region: 'eu-west-1' };
const settings = { retries: 3, region: 'eu-west-1' };

class Client {
  constructor({ region }) {
    this.region = region;
  }

  list() {
    return fetch(`https://${this.region}.example.com`);
  }
}

exports.tasksOf = async (region) => {
  options.region = region; // safe: read in the turn in which it was set, whatever an earlier call has left
  const client = new Client(options);
  return client.list();
};

exports.quotasOf = async (region) => {
  settings.region = region; // expect: request-state-leak error
  await fetch('https://example.com');
  return new Client(settings).list();
};
