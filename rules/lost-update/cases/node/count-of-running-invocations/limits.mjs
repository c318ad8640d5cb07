export const limits = { running: 5, daily: 100 };
