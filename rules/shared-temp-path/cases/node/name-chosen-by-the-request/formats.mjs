const FORMATS = { csv: '/tmp/export.csv', json: '/tmp/export.json' };

export function pathFor(event) {
  return event.format === 'csv' ? FORMATS.csv : FORMATS.json;
}
