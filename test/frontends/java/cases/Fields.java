package com.acme.orders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Static, instance and volatile fields; initialisers; compound writes. */
public class Fields implements RequestHandler<Map<String, String>, String> {
    private static final String TABLE = "orders" + "-v1";
    private static final Map<String, List<String>> CACHE = new HashMap<>();
    static int count;
    private volatile long last;
    private final int limit = 10;
    private String tenant;
    int[] slots = {1, 2, 3};

    static {
        count = 1;
    }

    {
        last = -1L;
    }

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        tenant = event.get("tenant");
        this.last = System.currentTimeMillis();
        count++;
        Fields.count += 2;
        int before = count--;
        slots[before] += limit;
        CACHE.put(tenant, List.of(TABLE));
        System.out.println(this.tenant + ":" + before + slots[0]);
        return tenant;
    }
}
