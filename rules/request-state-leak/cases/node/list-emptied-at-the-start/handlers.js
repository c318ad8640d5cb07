const { begin, note, sum, written } = require('./lines');

// entry: audit
exports.audit = async (event) => {
  begin();
  note(event.user);
  const response = await fetch(event.url);
  note(String(response.status));
  return written();
};

// entry: total
exports.total = async (event) => {
  const response = await fetch(event.url);
  return sum(await response.json());
};

// entry: auditFixed
exports.auditFixed = async (event) => {
  const own = [event.user]; // fixed: the list belongs to the invocation
  const response = await fetch(event.url);
  own.push(String(response.status));
  return own.join('\n');
};
