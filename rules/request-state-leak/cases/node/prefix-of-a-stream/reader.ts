import { createReadStream } from 'node:fs';

export class Reader {
  private prefix = '';
  private label = '';

  read(prefix: string): Promise<string[]> {
    this.prefix = prefix; // expect: request-state-leak error
    const lines: string[] = [];
    return new Promise((resolve, reject) => {
      createReadStream('/opt/in.txt')
        .on('data', (chunk) => lines.push(this.prefix + chunk.toString()))
        .on('end', () => resolve(lines))
        .on('error', reject);
    });
  }

  readLabelled(label: string): Promise<string[]> {
    this.label = label;
    const own = this.label; // safe: taken in the turn in which it was set
    const lines: string[] = [];
    return new Promise((resolve, reject) => {
      createReadStream('/opt/in.txt').on('data', (chunk) => lines.push(own + chunk.toString())).on('end', () => resolve(lines)).on('error', reject);
    });
  }
}
