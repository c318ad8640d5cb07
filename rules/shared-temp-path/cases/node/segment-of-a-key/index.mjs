import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';

const TEMPLATE = process.env.TEMPLATE_KEY ?? 'forms/a.pdf';

class Download {
  constructor(event) {
    this.name = event.key.split('/')[1];
  }

  save(body) {
    // expect: event-loop-block note
    writeFileSync('/tmp/' + this.name, body); // expect: shared-temp-path error
  }
}

// entry: handler
export const handler = async (event) => {
  new Download(event).save(event.body);
  return event.key;
};

// entry: configured
export const configured = async (event) => {
  // expect: event-loop-block note
  writeFileSync(`/tmp/${TEMPLATE.split('/').pop()}`, event.body); // expect: shared-temp-path error
};

// entry: fixed
export const fixed = async (event) => {
  // expect: event-loop-block note
  // expect: temp-file-growth note
  writeFileSync(`/tmp/${randomUUID()}-${event.key.split('/').pop()}`, event.body); // fixed: a random part comes first
};
