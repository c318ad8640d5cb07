package com.acme;

import lombok.*;
import lombok.extern.slf4j.Slf4j;

@Slf4j
@RequiredArgsConstructor
class Service {
    private final Settings settings;
    private int calls;

    void run(Order order) {
        log.info("run {}", order.getId());
        order.setPaid(true);
        calls += settings.getLimit();
        val limit = settings.getLimit();
        Texts.join(order.getId() + limit);
        Order copy = Order.builder().id("x").paid(order.isPaid()).build();
    }
}

@Data @Builder
class Order {
    private String id;
    private boolean paid;
}

@Value
class Settings {
    int limit;
}

@lombok.experimental.UtilityClass
class Texts {
    private final StringBuilder BUFFER = new StringBuilder();
    String join(String text) { return BUFFER.append(text).toString(); }
}
