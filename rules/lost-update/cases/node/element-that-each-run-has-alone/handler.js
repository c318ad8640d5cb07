async function price(line) {
  const before = line.total;
  const { rate } = await (await fetch(`https://rates.example.com/${line.sku}`)).json();
  line.total = before + rate; // safe: each call is handed another line
}

export const handler = async (event) => {
  const sum = { lines: 0 };
  await Promise.all(event.lines.map((line) => price(line)));
  await Promise.all(event.lines.map(async (line) => {
    const before = sum.lines;
    await price(line);
    sum.lines = before + 1; // expect: lost-update error
  }));
  return { ...sum, lines: event.lines };
};
