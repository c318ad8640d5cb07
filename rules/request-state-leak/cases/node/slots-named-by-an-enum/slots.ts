import type { Slot } from './slot';

export const slots: { [S in Slot]?: string } = {};
