const withLog = (call, log) => {
  if (call.isLogged) {
    // Patched before: only the log is exchanged.
    call.log = log; // expect: request-state-leak error
    return call;
  }
  const logged = async (url, options) => {
    const response = await call(url, options);
    logged.log(`${response.status} ${url}`);
    return response;
  };
  logged.isLogged = true;
  logged.log = log;
  return logged;
};

const withOwnLog = (call, log) => {
  const logged = async (url, options) => {
    const response = await call(url, options);
    logged.log(`${response.status} ${url}`);
    return response;
  };
  logged.log = log; // fixed: a function of the invocation, which nobody else gets
  return logged;
};

module.exports = { withLog, withOwnLog };
