export class Session {
  static #instance;
  #user = '';

  static getInstance() {
    return (Session.#instance ??= new Session());
  }

  static create() {
    return new Session();
  }

  open(user) {
    this.#user = user; // expect: request-state-leak error
  }

  get user() {
    return this.#user;
  }
}

export class OwnSession {
  #user = '';

  static create() {
    return new OwnSession();
  }

  open(user) {
    this.#user = user; // safe: each invocation creates its own
  }

  get user() {
    return this.#user;
  }
}
