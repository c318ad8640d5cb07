/** Questions about paths in the sorted list of a project's files. */

/** The files below `folder` (empty: all), found in the sorted list without looking at the others. */
export function filesBelow(files: readonly string[], folder: string): readonly string[] {
  if (folder === '') return files;
  const prefix = `${folder}/`;
  const start = firstNotBefore(files, prefix);
  // '0' is the character after '/': the first name that no longer begins with the prefix.
  return files.slice(start, firstNotBefore(files, `${folder}0`));
}

function firstNotBefore(files: readonly string[], name: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (files[middle]! < name) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `a/b` for `a` and `./b/`; nothing when the result is above the root. */
export function joinPath(folder: string, name: string): string | undefined {
  const segments: string[] = [];
  for (const segment of `${folder}/${name}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** The folder part of a path, empty for the root. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

/** The folder of the package that `file` belongs to: the nearest one with a `manifest`, else its own. */
export function packageFolderOf(file: string, files: readonly string[], manifest: RegExp): string {
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) {
    const prefix = `${folder}/`;
    if (filesBelow(files, folder).some((name) => manifest.test(name.slice(prefix.length)))) return folder;
  }
  return files.some((name) => manifest.test(name)) ? '' : folderOf(file);
}

/** Whether `file` lies below `folder` (empty: always). */
export function isBelow(file: string, folder: string): boolean {
  return folder === '' || file.startsWith(`${folder}/`);
}
