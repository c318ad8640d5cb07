package com.acme;

/** Null tests, short circuits, synchronized methods and blocks. */
public class LazyInit {
    private static LazyInit instance;
    private static final Object LOCK = new Object();
    private boolean ready;
    private int hits;

    public static LazyInit get() {
        if (instance == null) {
            instance = new LazyInit();
        }
        return instance;
    }

    public static LazyInit locked() {
        LazyInit found = instance;
        if (found == null || !found.ready) {
            synchronized (LOCK) {
                if (instance == null) instance = found = new LazyInit();
            }
        }
        return found != null ? found : instance;
    }

    public synchronized int hit() {
        return ++hits;
    }

    static synchronized void reset() {
        instance = null;
    }
}
