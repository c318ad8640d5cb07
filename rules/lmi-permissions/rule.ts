/** What a capacity provider needs besides machines: a role, and subnets. */
import type { Rule } from '../../src/findings/rule.js';
import { judgeSetting } from '../../src/findings/setting.js';

export const lmiPermissions: Rule = {
  meta: {
    id: 'lmi-permissions', family: 'configuration', severity: 'warning', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], isOutsideCode: true, cwe: [276],
    summary: 'The capacity provider of a function lacks a role, or lies in too few or public subnets',
    description: 'Lambda starts the machines of a capacity provider with a role that it is given, in its subnets. Without the role there are no machines; with subnets in one or two Availability Zones an outage may leave none; logs leave through the provider\'s network.',
  },
  judge: (hazard) => judgeSetting(hazard, 'permissions'),
};
