package jakarta.enterprise.inject;

public @interface Produces {}
