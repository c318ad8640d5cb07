const waiting = [];
const postponed = [];

async function send(number) {
  await fetch(`https://example.com/${number}`);
}

export const handler = async () => {
  waiting.push(waiting.length);
  postponed.push(postponed.length);
  for (const number of waiting) await send(number); // expect: unsafe-iteration error
  waiting.length = 0;
  const mine = postponed.splice(0);
  for (const number of mine) await send(number); // safe: taken out in one turn, so that nobody else has them
};
