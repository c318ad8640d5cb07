package com.acme;

class FlexibleConstructor extends Thread {
    final String label;

    FlexibleConstructor(String name) {
        if (name == null) throw new IllegalArgumentException();
        this.label = name;
        super(name);
        start();
    }
}
