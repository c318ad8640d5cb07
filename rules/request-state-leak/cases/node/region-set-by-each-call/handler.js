const { clustersOf, quotasOf, tasksOf } = require('./regions');

exports.handler = async (event) => {
  const started = [];
  for (const region of event.regions) started.push(tasksOf(region), clustersOf(region));
  await Promise.all(started);
  for (const region of event.regions) await tasksOf(region);
  return quotasOf(event.regions[0]);
};
