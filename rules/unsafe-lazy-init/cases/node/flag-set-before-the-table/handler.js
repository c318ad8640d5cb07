const { SSMClient, GetParametersByPathCommand } = require('@aws-sdk/client-ssm');

const ssm = new SSMClient({});
let loaded = false;
let limits;

async function loadLimits() {
  if (loaded) return;
  loaded = true; // misses: unsafe-lazy-init error the guard is set in the turn of its check, and what depends on it later
  const { Parameters } = await ssm.send(new GetParametersByPathCommand({ Path: '/limits' }));
  limits = Parameters; // noise: unsafe-lazy-init warning reported at what comes late instead of at the guard
}

exports.handler = async () => {
  await loadLimits();
  return limits.length;
};
