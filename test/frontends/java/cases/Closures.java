package com.acme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lambdas, method references, anonymous and local classes, and what they capture. */
class Closures {
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private int seen;

    interface Visitor { void visit(Order order, int index); }

    record Order(String id, double total) {}

    void lambdas(List<Order> input, String prefix) {
        List<String> ids = new ArrayList<>();
        input.forEach(order -> {
            seen++;
            ids.add(prefix + order.id());
        });
        orders.computeIfAbsent(prefix, key -> new Order(key, 1.5));
        each(input, (order, index) -> System.out.println(order.total() * index));
    }

    void each(List<Order> input, Visitor visitor) {
        for (Order order : input) visitor.visit(order, 0);
    }

    Function<String, Order> references(List<Order> input) {
        input.stream().map(Order::id).forEach(System.out::println);
        Supplier<Closures> make = Closures::new;
        Function<String, Integer> parse = Integer::parseInt;
        Visitor bound = make.get()::keep;
        bound.visit(input.get(0), parse.apply("1"));
        return this::find;
    }

    private Order find(String id) { return orders.get(id); }

    private void keep(Order order, int index) { orders.put(order.id(), order); }

    Runnable anonymous(final String name) {
        int size = orders.size();
        class Counter {
            int n = size;
            int next() { return n++ + seen; }
        }
        return new Thread(name) {
            private final Counter counter = new Counter();
            @Override public void run() {
                Runnable nested = () -> orders.remove(name + counter.next());
                nested.run();
            }
        };
    }
}
