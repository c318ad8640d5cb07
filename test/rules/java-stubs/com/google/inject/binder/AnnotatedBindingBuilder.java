package com.google.inject.binder;

import java.lang.annotation.Annotation;

public interface AnnotatedBindingBuilder<T> {
  AnnotatedBindingBuilder<T> to(Class<? extends T> type);

  void toInstance(T instance);

  void in(Class<? extends Annotation> scope);
}
