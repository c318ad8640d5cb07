package com.google.common.base;

public interface Supplier<T> extends java.util.function.Supplier<T> {}
