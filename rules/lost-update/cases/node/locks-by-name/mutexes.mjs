/** A mutex for each name. */
export class Mutexes {
  constructor() {
    this.mutexes = new Map();
  }

  of(name) {
    let mutex = this.mutexes.get(name);
    if (!mutex) {
      mutex = new Mutex();
      this.mutexes.set(name, mutex);
    }
    if (this.mutexes.size > 1000) this.mutexes.clear();
    return mutex;
  }

  async acquire(name) {
    await this.of(name).acquire();
  }

  release(name) {
    this.mutexes.get(name)?.release();
  }
}

class Mutex {
  constructor() {
    this.isAcquired = false;
    this.waiting = [];
  }

  acquire() {
    return new Promise((resolve) => {
      if (this.isAcquired) {
        this.waiting.push(resolve);
      } else {
        this.isAcquired = true;
        resolve();
      }
    });
  }

  release() {
    const next = this.waiting.shift();
    if (next) next();
    else this.isAcquired = false;
  }
}
