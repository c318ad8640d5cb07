const lines = [];
let report = [];
const buffer = [];

exports.begin = () => {
  lines.length = 0;
  report = []; // expect: request-state-leak error
};

exports.note = (line) => {
  lines.push(line); // expect: request-state-leak error
  report.push(line);
};

exports.written = () => [lines.join('\n'), report.join('\n')];

exports.sum = (rows) => {
  for (const row of rows) buffer.push(row.amount); // safe: filled and emptied in one turn
  return buffer.splice(0).reduce((total, amount) => total + amount, 0);
};
