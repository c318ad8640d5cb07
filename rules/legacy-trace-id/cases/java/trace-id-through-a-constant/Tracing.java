package tracing;

public final class Tracing {
    static final String TRACE = "_X_AMZN_TRACE_ID";

    private Tracing() {
    }

    static String environment(String name) {
        String value = System.getenv(name); // expect: legacy-trace-id warning
        return value == null ? "" : value;
    }

    static String stage() {
        return System.getenv("STAGE"); // safe: another variable
    }
}
