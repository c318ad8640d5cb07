import { readdir } from 'node:fs/promises';
import { simpleGit } from 'simple-git';

export class Repositories {
  constructor(folder) {
    this.folder = folder;
  }

  async load(url) {
    await simpleGit().clone(url, this.folder); // expect: shared-temp-path error
    return readdir(this.folder);
  }
}

export async function loadInto(folder, url) {
  await simpleGit().clone(url, folder); // fixed: a folder of its own
  return readdir(folder);
}

export async function branches(url) {
  return simpleGit().listRemote(['--heads', url]); // safe: nothing is written
}
