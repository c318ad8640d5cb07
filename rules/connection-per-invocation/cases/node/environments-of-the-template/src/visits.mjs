import Redis from 'ioredis';

class Visits {
  // safe: the one object of this class is made when the module is loaded
  constructor() {
    this.client = new Redis(process.env.VISITS);
  }

  count(session) {
    return this.client.incr(session);
  }
}

const counter = new Visits();

export const visits = (session) => counter.count(session);
