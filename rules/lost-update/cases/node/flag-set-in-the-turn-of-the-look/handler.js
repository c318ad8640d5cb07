const { rated } = require('./rates');

let busy = false;
let late = false;
let booked = 0;
let planned = 0;

// entry: book
exports.book = async (event) => {
  if (busy) return 'busy';
  busy = true; // safe: set in the turn in which it was found unset
  try {
    const before = booked;
    booked = before + (await rated(event.amount)); // safe: whoever comes meanwhile finds the flag
    return 'done';
  } finally {
    busy = false;
  }
};

// entry: plan
exports.plan = async (event) => {
  if (late) return 'busy';
  const rate = await rated(event.amount);
  // Several have found the flag unset by now.
  late = true; // expect: unsafe-lazy-init note
  const before = planned;
  await rated(rate);
  planned = before + rate; // expect: lost-update error
  late = false;
  return 'done';
};
