#!/usr/bin/env node
/**
 * The program `reentrant`. Answers `--version` by itself, before anything is loaded; everything else is `main`'s.
 */
import { writeSync } from 'node:fs';

const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  // Setting up process.stdout would cost a tenth of the whole run.
  writeSync(1, `${__REENTRANT_VERSION__}\n`);
} else {
  // A reader that closes early (`reentrant | head`) wants no more output; it is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const { main } = await import('./main.js');
  const io = { stdout: process.stdout, stderr: process.stderr, cwd: process.cwd(), env: process.env };
  process.exitCode = await main(argv, io);
}
