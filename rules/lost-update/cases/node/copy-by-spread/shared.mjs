export const shared = { flat: { count: 0 }, deep: { count: 0 }, label: 'x' };
