export const settings = { locale: 'en' };

export const format = (amount: number): string => amount.toLocaleString(settings.locale);
