import { rm } from 'node:fs/promises';

export const reset = (folder) => rm(folder, { recursive: true, force: true }); // expect: temp-directory-sweep error
