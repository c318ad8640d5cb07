import i18next from 'i18next';
import moment from 'moment';
import { dateIn, longDateIn, speak } from './texts.js';

interface Visit {
  readonly language: string;
  readonly url: string;
}

// entry: greet
export const greet = async (event: Visit) => {
  await speak(event.language);
  const response = await fetch(event.url);
  return `${i18next.t('hello')} ${moment().format('LL')} ${response.status}`;
};

// entry: greetFixed
export const greetFixed = async (event: Visit) => {
  const response = await fetch(event.url);
  return `${dateIn(event.language)} ${longDateIn(event.language)} ${response.status}`;
};
