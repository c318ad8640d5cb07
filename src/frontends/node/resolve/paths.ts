/** Paths inside the repository: relative to its root, forward slashes, '' for the root itself. */

/** `path` seen from `folder`, with `.` and `..` resolved; a path that leaves the repository keeps its `..`. */
export function join(folder: string, path: string): string {
  const parts = path.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** The folder that holds `file`. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash === -1 ? '' : file.slice(0, slash);
}

/** `folder` and every folder above it, nearest first. */
export function parentFolders(folder: string): readonly string[] {
  const folders = [folder];
  for (let f = folder; f !== ''; ) folders.push((f = folderOf(f)));
  return folders;
}

/** How many folders two paths begin with alike. */
export function commonFolders(a: string, b: string): number {
  const [x, y] = [a.split('/'), b.split('/')];
  let n = 0;
  while (n < x.length && x[n] === y[n]) n++;
  return n;
}
