export const current = { by: '' };
