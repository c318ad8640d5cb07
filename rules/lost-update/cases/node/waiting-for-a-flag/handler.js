const { rated } = require('./rates');

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
let isLocked = false;
let isBusy = false;
let booked = 0;
let planned = 0;

// entry: book
exports.book = async (event) => {
  while (isLocked) await sleep(10);
  isLocked = true; // safe: set in the turn in which the loop has found it unset
  try {
    const before = booked;
    booked = before + (await rated(event.amount)); // safe: under the flag
  } finally {
    isLocked = false;
  }
};

// entry: plan
exports.plan = async (event) => {
  while (isBusy) await sleep(10);
  const rate = await rated(event.amount);
  isBusy = true;
  try {
    const before = planned;
    planned = before + (await rated(rate)); // expect: lost-update error
  } finally {
    isBusy = false;
  }
};
