import { spawn } from 'node:child_process';

export class Watchdog {
  constructor(limit) {
    this.limit = limit;
  }

  check() {
    if (process.memoryUsage().rss > this.limit) process.kill(process.pid, 'SIGTERM'); // expect: process-exit error
  }

  // fixed: this invocation fails, and nobody else
  demand() {
    if (process.memoryUsage().rss > this.limit) throw new Error('out of memory');
  }

  isAlive(pid) {
    process.kill(pid, 0); // safe: asks whether the process is there
    return true;
  }

  async render(page) {
    const child = spawn('/opt/render', [page]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    process.kill(-child.pid); // safe: the child and its group
    return child.exitCode;
  }
}
