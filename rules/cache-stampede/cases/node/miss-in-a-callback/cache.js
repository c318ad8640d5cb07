class Cache {
  constructor() {
    this.entries = new Map();
    this.promises = new Map();
  }

  get(name) {
    return this.entries.get(name) ?? this.promises.get(name);
  }

  put(name, value) {
    if (this.entries.size > 100) this.entries.clear();
    this.entries.set(name, value); // expect: cache-stampede warning
  }

  putNow(name, value) {
    if (this.promises.size > 100) this.promises.clear();
    this.promises.set(name, value); // fixed: the promise is kept in the turn of the look
  }
}

exports.Cache = Cache;
