package com.acme;

import java.util.List;

/** Records, enums with fields, text blocks, generics. */
public record Records<T extends Comparable<T>>(String name, List<T> items) {
    private static int made;

    public Records {
        if (name == null) name = "none";
        made++;
    }

    public Records(String name) { this(name, List.of()); }

    public String name() { return "<" + name + ">"; }

    static <X extends Comparable<X>> Records<X> of(X item) { return new Records<>("one", List.of(item)); }

    String query() {
        T first = items.get(0);
        return """
            select *
              from "items"
            """ + first.compareTo(first) + Integer.class.getName() + String.format("%s", name);
    }
}
