package com.google.inject;

public @interface Singleton {}
