package jakarta.enterprise.context;

public @interface RequestScoped {}
