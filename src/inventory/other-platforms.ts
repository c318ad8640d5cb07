/** Code of functions that do not run on the team's Lambda. What looks like a handler there is one, of another platform. */
import type { LocatedFunction } from './declared-functions.js';
import { filesBelow, isBelow } from './files/files-below.js';
import { languageOfFile, type ProgramSource } from './programs.js';
import type { OtherPlatform } from './templates/declared-function.js';

export interface ElsewhereFiles {
  readonly isElsewhere: (file: string) => boolean;
  /** Number of files by platform, in the form of `Inventory.passedOver`. */
  readonly passedOver: ReadonlyMap<string, number>;
}

/** The files below the folders of `platforms`, except folders in which a declared function has its code too. */
export function filesElsewhere(platforms: readonly OtherPlatform[], located: readonly LocatedFunction[], { project }: ProgramSource): ElsewhereFiles {
  const own = located.flatMap(({ area, function: { entries } }) => [...(area.folder === undefined ? [] : [`${area.folder}/`]), ...entries.map(({ file }) => file)]);
  const elsewhere = platforms.filter(({ folder }) => !own.some((place) => isBelow(place, folder)));
  const isElsewhere = (file: string): boolean => elsewhere.some(({ folder }) => isBelow(file, folder));
  const passedOver = new Map<string, number>();
  for (const file of new Set(elsewhere.flatMap(({ folder }) => filesBelow(project.files, folder)))) {
    const platform = languageOfFile(file) === undefined ? undefined : elsewhere.find(({ folder }) => isBelow(file, folder));
    if (platform === undefined) continue;
    const reason = `of ${platform.name}, which is another platform`;
    passedOver.set(reason, (passedOver.get(reason) ?? 0) + 1);
  }
  return { isElsewhere, passedOver };
}
