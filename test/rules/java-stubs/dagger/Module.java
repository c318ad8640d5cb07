package dagger;

public @interface Module {}
