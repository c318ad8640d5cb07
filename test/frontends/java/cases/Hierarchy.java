// file: src/main/java/com/acme/base/Base.java
package com.acme.base;

import java.util.ArrayList;
import java.util.List;

public abstract class Base<T> {
    protected final List<T> failed = new ArrayList<>();
    protected T current;

    protected Base(String name) { log(name); }

    protected abstract void handle(T item);

    private void log(String text) { System.out.println(text); }

    public final void process(T item) {
        current = item;
        handle(item);
        failed.add(item);
    }

    protected T last() { return current; }

    protected static String clean(String text) { return text.trim(); }
}
// file: src/main/java/com/acme/Impl.java
package com.acme;

import com.acme.base.*;
import static com.acme.base.Names.PREFIX;
import static java.lang.Math.max;

public class Impl extends Base<Impl.Item> implements Greeter {
    static class Item { String name; Item next; String name() { return name; } }

    public Impl() { this("impl"); }

    private Impl(String name) { super(clean(name)); }

    @Override protected void handle(Item item) {
        current.name = PREFIX + item.next.name().trim();
        String greeting = Greeter.super.greet() + super.last().name;
        process(last());
        failed.get(0).name();
        max(greeting.length(), 3);
    }

    <R extends Item> R pass(R item, Class<R> type) { return item.next == null ? item : pass(type.cast(item.next), type); }
}

interface Greeter {
    int TIMES = 2;
    default String greet() { return "hello " + count(); }
    private int count() { return TIMES; }
    static Greeter of() { return new Impl(); }
}
// file: src/main/java/com/acme/base/Names.java
package com.acme.base;

public interface Names { String PREFIX = "p-"; }
