import dayjs from 'dayjs';
import i18next from 'i18next';
import moment from 'moment';

await i18next.init({ lng: 'en' });

/** For everybody, from now on. */
export async function speak(language: string): Promise<void> {
  dayjs.locale(language); // expect: process-global-mutation error
  moment.locale(language); // expect: process-global-mutation error
  await i18next.changeLanguage(language); // expect: process-global-mutation error
}

export const dateIn = (language: string): string => dayjs().locale(language).format('dddd'); // fixed: another instance in that language
export const longDateIn = (language: string): string => moment().locale(language).format('LL'); // safe: one moment
