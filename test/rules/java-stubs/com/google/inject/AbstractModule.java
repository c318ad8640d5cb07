package com.google.inject;

import com.google.inject.binder.AnnotatedBindingBuilder;

public abstract class AbstractModule implements Module {
  protected void configure() {}

  protected <T> AnnotatedBindingBuilder<T> bind(Class<T> type) {
    return null;
  }
}
