const { SSMClient, GetParametersByPathCommand } = require('@aws-sdk/client-ssm');

const ssm = new SSMClient({});
let loaded = false;
let limits;

async function loadLimits() {
  if (loaded) return;
  loaded = true; // expect: unsafe-lazy-init error
  const { Parameters } = await ssm.send(new GetParametersByPathCommand({ Path: '/limits' }));
  limits = Parameters; // safe: part of the finding at the guard
}

exports.handler = async () => {
  await loadLimits();
  return limits.length;
};
