const { SSMClient, GetParameterCommand } = require('@aws-sdk/client-ssm');

const ssm = new SSMClient({});
const settings = {};

exports.handler = async (event) => {
  const tenant = event.vip ? 'vip' : 'standard';
  if (!(tenant in settings)) {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: `/settings/${tenant}` }));
    settings[tenant] = Parameter.Value; // expect: cache-stampede note
  }
  return settings[tenant];
};
