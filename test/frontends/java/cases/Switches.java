package com.acme;

/** Switches old and new, patterns, yield. */
class Switches {
    enum Color { RED, GREEN { @Override int shade() { return base + 1; } }, BLUE(3); int base; Color() { this(0); } Color(int base) { this.base = base; } int shade() { return base; } }
    sealed interface Shape permits Circle, Square {}
    record Circle(double radius) implements Shape {}
    record Square(double side, Color color) implements Shape {}

    int old(String text, int mode) {
        int result = 0;
        switch (text) {
            case "a":
            case "b":
                result = 1;
                break;
            case "c":
                result++;
            default:
                if (mode > 0) break;
                result = 9;
        }
        return result;
    }

    String fresh(Color color, int mode) {
        String name = switch (color) {
            case RED -> "red";
            case GREEN, BLUE -> {
                for (int i = 0; i < mode; i++) { if (i == 3) yield "three"; }
                yield color.name();
            }
            default -> throw new IllegalArgumentException();
        };
        return switch (mode) { case 1: yield "one"; case 2: yield name; default: yield "many"; };
    }

    double area(Object shape) {
        if (shape instanceof Square(double side, Color color) && color != Color.RED) return side * side;
        if (!(shape instanceof String text)) return 0;
        return switch (shape) {
            case null -> -1;
            case Circle c when c.radius() > 10 -> 100;
            case Circle(var radius) -> radius * radius;
            case Square s -> s.side();
            default -> text.length();
        };
    }

    int rest(Color color) {
        return switch (color) { case RED -> 1; case null, default -> 2; };
    }
}
