const MOST = 500;

export function memoizeValues<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, V>();
  return async (key) => {
    const hit = known.get(key);
    if (hit !== undefined) return hit;
    const value = await load(key);
    if (known.size >= MOST) known.clear();
    known.set(key, value); // expect: cache-stampede warning
    return value;
  };
}

export function memoizePromises<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>();
  return (key) => {
    let loading = known.get(key);
    if (loading === undefined) {
      loading = load(key);
      if (known.size >= MOST) known.clear();
      known.set(key, loading); // fixed: whoever comes second waits for the first
    }
    return loading;
  };
}

export function once<V>(load: () => Promise<V>): () => Promise<V> {
  let loading: Promise<V> | undefined;
  return () => (loading ??= load()); // safe: stored before anybody else has a turn
}
