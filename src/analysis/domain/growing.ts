/** Tables that only grow, and notice when an answer that they have given no longer holds. */
export class GrowingSet<T> extends Set<T> {
  readonly #denied = new Set<T>();
  #isOutdated = false;

  override has(item: T): boolean {
    const found = super.has(item);
    if (!found) this.#denied.add(item);
    return found;
  }

  override add(item: T): this {
    if (this.#denied.has(item)) this.#isOutdated = true;
    return super.add(item);
  }

  /** Since `startRound` it was asked for something that was not in it and is now. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** Whatever was answered before is asked again. */
  startRound(): void {
    this.#denied.clear();
    this.#isOutdated = false;
  }
}

/** A table whose values replace each other, with the same notice. */
export class GrowingMap<K, V> extends Map<K, V> {
  readonly #asked = new Set<K>();
  #isOutdated = false;

  override get(key: K): V | undefined {
    this.#asked.add(key);
    return super.get(key);
  }

  /** The value, for those who are about to replace it. */
  peek(key: K): V | undefined {
    return super.get(key);
  }

  override set(key: K, value: V): this {
    if (this.#asked.has(key) && super.get(key) !== value) this.#isOutdated = true;
    return super.set(key, value);
  }

  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  startRound(): void {
    this.#asked.clear();
    this.#isOutdated = false;
  }
}
