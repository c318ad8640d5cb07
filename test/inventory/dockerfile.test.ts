import { expect, test } from 'vitest';
import { readDockerfile } from '../../src/inventory/templates/dockerfile.js';

test.each<[string, string | undefined]>([
  ['CMD ["/usr/bin/supervisord", "-c", "/etc/supervisord.conf"]', '`supervisord` in `CMD`'],
  ['ENTRYPOINT ["s6-svscan", "/etc/s6"]\nCMD ["app.handler"]', '`s6-svscan` in `ENTRYPOINT`'],
  ['CMD ["sh", "-c", "node proxy.js & exec node server.js"]', '`&` in `CMD`'],
  ['CMD envoy -c envoy.yaml & node server.js', '`&` in `CMD`'],
  ['CMD ["sh", "-c", "node migrate.js && node server.js"]', undefined],
  ['CMD node server.js > /tmp/log 2>&1', undefined],
  ['CMD ["app.handler"]', undefined],
  ['RUN pip install supervisor && supervisord --version\nCMD ["app.handler"]', undefined],
])('%s', (text, expected) => expect(readDockerfile('Dockerfile', `FROM public.ecr.aws/lambda/nodejs:22\n${text}\n`).startsSeveral?.name).toBe(expected));

test('only the last stage is deployed', () => {
  const text = 'FROM node:22 AS build\nCMD ["supervisord"]\nFROM public.ecr.aws/lambda/nodejs:22\nCMD ["app.handler"]\n';
  expect(readDockerfile('Dockerfile', text).startsSeveral).toBeUndefined();
});
