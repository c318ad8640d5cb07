const keptByTheMiddleware = () => {
  let tenant;
  return {
    before: async (request) => {
      tenant = request.event.headers.tenant; // expect: request-state-leak error
    },
    after: async (request) => {
      request.response.headers = { tenant };
    },
  };
};

class Audit {
  #user = '';

  before = async (request) => {
    this.#user = request.event.user; // expect: request-state-leak error
  };

  after = async (request) => {
    request.response.user = this.#user;
  };
}

const keptByTheRequest = () => ({
  before: async (request) => {
    request.internal.tenant = request.event.headers.tenant; // fixed: an object that the chain makes for each invocation
    request.context.user = request.event.user; // safe: the context of this invocation
  },
  after: async (request) => {
    request.response.headers = { tenant: request.internal.tenant, user: request.context.user };
  },
});

module.exports = { Audit, keptByTheMiddleware, keptByTheRequest };
