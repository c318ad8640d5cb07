package com.acme;

/** Inner classes see their outer instance through this$outer. */
public class Inner {
    private int total;
    private static int all;

    class Line {
        final int amount;
        Line(int amount) { this.amount = amount; total += amount; }
        Part part() { return new Part(); }
        class Part { int sum() { return amount + total + Inner.this.total; } }
    }

    class Special extends Line {
        Special() { super(7); }
    }

    static class Nested { int get() { return all; } }

    Line add(Inner other, int amount) {
        Line own = new Line(amount);
        Inner.Line foreign = other.new Line(amount);
        return own.part().sum() > foreign.amount ? own : new Special();
    }
}
