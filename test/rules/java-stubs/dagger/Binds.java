package dagger;

public @interface Binds {}
