export const openLoop = async (request) => {
  request.context.callbackWaitsForEmptyEventLoop = false; // misses: legacy-context-method note what middleware is handed is not known to hold the context
};

export function finish({ succeed }, id) { // expect: legacy-context-method error
  succeed({ id });
}

export class Job {
  #finished = [];

  done(id) {
    this.#finished.push(id);
    return this.#finished.length;
  }
}
