/** Tables that only grow, and notice when an answer that they have given no longer holds. */

/** The answers that a table has given in a round, by what was asked for. */
export class Answers<K> {
  readonly #given = new Set<K>();
  #areOutdated = false;

  /** Somebody is told what there is at `key`. */
  give(key: K): void {
    this.#given.add(key);
  }

  /** At `key` there is more than before. */
  change(key: K): void {
    if (this.#given.has(key)) this.#areOutdated = true;
  }

  /** Since `startRound` somebody was told less than there is now. */
  get areOutdated(): boolean {
    return this.#areOutdated;
  }

  /** Whatever was answered before is asked again. */
  startRound(): void {
    this.#given.clear();
    this.#areOutdated = false;
  }
}

/** Only that something is not in the set can become wrong. */
export class GrowingSet<T> extends Set<T> {
  readonly answers = new Answers<T>();

  override has(item: T): boolean {
    const found = super.has(item);
    if (!found) this.answers.give(item);
    return found;
  }

  override add(item: T): this {
    this.answers.change(item);
    return super.add(item);
  }
}

/** A table whose values replace each other. */
export class GrowingMap<K, V> extends Map<K, V> {
  readonly answers = new Answers<K>();

  override get(key: K): V | undefined {
    this.answers.give(key);
    return super.get(key);
  }

  /** The value, for those who are about to replace it. */
  peek(key: K): V | undefined {
    return super.get(key);
  }

  override set(key: K, value: V): this {
    if (super.get(key) !== value) this.answers.change(key);
    return super.set(key, value);
  }
}
