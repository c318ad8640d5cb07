import { copyFile, importFile } from './imports';

// entry: load
export const load = async (): Promise<number> => importFile('/opt/data/in.csv');

// entry: copy
export const copy = async (): Promise<void> => copyFile('/opt/data/in.csv');
