exports.locale = 'en';
exports.zone = 'UTC';

module.exports.session = { user: '' };

exports.setUser = (user) => {
  module.exports.session.user = user; // expect: request-state-leak error
};

exports.setZone = (zone) => {
  exports.zone = zone; // safe: whoever took the zone out of the exports has the value that it had then
};
