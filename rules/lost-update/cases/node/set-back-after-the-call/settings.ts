export const settings = { mode: 'normal', level: 1 };

export const currentMode = (): string => settings.mode;

export async function inBatch<T>(work: () => Promise<T>): Promise<T> {
  const before = settings.mode;
  settings.mode = 'batch';
  try {
    return await work();
  } finally {
    settings.mode = before; // expect: lost-update error
  }
}

export function doubled(): number {
  const before = settings.level;
  settings.level = before * 2;
  try {
    return settings.level;
  } finally {
    settings.level = before; // safe: changed and set back in one turn
  }
}
