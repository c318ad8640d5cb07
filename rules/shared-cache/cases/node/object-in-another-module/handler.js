const { register, nameOf } = require('./registry');

exports.handler = async (event) => `${register(event.connectionId, event.domain)} ${nameOf(event.country)}`;
