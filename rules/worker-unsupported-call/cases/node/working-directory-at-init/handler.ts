import { resolve } from 'node:path';
import { enter, template } from './templates.js';

enter('/opt/templates');

export const handler = async (event: { name: string }) => {
  return { text: await template(event.name), at: resolve('/opt/templates', event.name) }; // fixed: a full path
};
