import { promisify } from 'node:util';
import { brotliCompressSync, gzip, gzipSync } from 'node:zlib';

const template = gzipSync('<html></html>'); // safe: once, when the module is loaded
const compress = promisify(gzip);

export class Reports {
  of(rows) {
    return rows.map((row) => Object.values(row).join(';')).join('\n');
  }

  packed(rows) {
    return gzipSync(this.of(rows)); // expect: event-loop-block warning
  }

  // fixed: compressed on a thread of the pool
  async packedAside(rows) {
    return compress(this.of(rows));
  }

  template() {
    return template;
  }
}

export function brotli(text) {
  return brotliCompressSync(text); // expect: event-loop-block warning
}
