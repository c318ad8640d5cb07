import { answerWith, freshAnswer } from './answers.js';

interface Wanted {
  readonly url: string;
}

const load = async ({ url }: Wanted): Promise<unknown> => (await fetch(url)).json();

// entry: show
export const show = async (event: Wanted) => {
  const items = await load(event);
  return answerWith(items);
};

// entry: showFixed
export const showFixed = async (event: Wanted) => {
  const items = await load(event);
  return freshAnswer(items); // safe: nobody else has this answer
};
