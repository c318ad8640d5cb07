/**
 * `npm start -- PATH`: installs and builds when needed, then runs the command line with the arguments given. Relative paths
 * are meant from the folder in which the user typed the command, not from the package's.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, ROOT } from './install.mjs';

ensureInstalled();
await ensureBuilt();

// npm changes into the package's folder and leaves the user's in INIT_CWD; other scripts may have inherited that variable.
if (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const cli = join(ROOT, 'dist', 'cli.js');
process.argv[1] = cli;
await import(pathToFileURL(cli).href);
