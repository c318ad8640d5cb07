import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const toMp3 = (source, target) => run('/opt/bin/ffmpeg', ['-i', source, '-y', target]); // expect: shared-temp-path error
