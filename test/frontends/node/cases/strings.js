const ROOT = '/tmp';
const DIR = ROOT + '/' + 'reports';

export function names(event) {
  const plain = `${ROOT}/${event.key}.csv`;
  const joined = DIR + '/' + event.key + event.n + '.json';
  const sum = event.n + event.m;
  const fixed = 'a' + `b` + 1 + ('c' + 'd');
  let text = '';
  text += 'x' + event.key;
  const word = /^[a-z]+$/giu.exec(event.key);
  return [plain, joined, sum, fixed, text, word, 10n, 1e3, String.raw`\n${sum}`];
}
