const { ECSClient, ListClustersCommand } = require('@aws-sdk/client-ecs');

const options = { retries: 3, region: 'eu-west-1' };
const shared = { maxAttempts: 3, region: 'eu-west-1' };
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

exports.clustersOf = async (region) => {
  shared.region = region; // safe: the client takes all of it in the same turn
  const client = new ECSClient(shared);
  return client.send(new ListClustersCommand({}));
};

exports.quotasOf = async (region) => {
  settings.region = region; // expect: request-state-leak error
  await fetch('https://example.com');
  return new Client(settings).list();
};
