import { sequence } from './sequence.js';

// entry: next
export const next = async () => sequence.next();

// entry: draw
export const draw = async () => sequence.draw();
