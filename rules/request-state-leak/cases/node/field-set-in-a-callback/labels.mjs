import { setTimeout as sleep } from 'node:timers/promises';

class Labels {
  last = '';

  // entry: labels.print
  async print(event) {
    event.labels.forEach((label) => {
      this.last = label; // expect: request-state-leak error
    });
    await sleep(5);
    return this.last;
  }

  // entry: labels.printFixed
  async printFixed(event) {
    let last = ''; // fixed: a local of the invocation
    event.labels.forEach((label) => {
      last = label; // safe: the variable belongs to this call
    });
    await sleep(5);
    return last;
  }
}

export const labels = new Labels();
