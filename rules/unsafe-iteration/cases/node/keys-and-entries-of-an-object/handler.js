const { jobs } = require('./jobs');

const seen = new Map();

exports.handler = async (event) => {
  jobs[`job ${event.number}`] = 1;
  if (event.done) delete jobs[`job ${event.number}`];
  for (const [name] of Object.entries(jobs)) { // safe: an array that is made before the first step
    await fetch(`https://example.com/${name}`);
  }
  for (const name in jobs) { // safe: the names are taken at the start, and those that are gone are left out
    await fetch(`https://example.com/${name}`);
  }
  seen.set('last', 1);
  if (event.done) seen.delete('last');
  for (const [name] of seen.entries()) { // expect: unsafe-iteration error
    await fetch(`https://example.com/${name}`);
  }
};
