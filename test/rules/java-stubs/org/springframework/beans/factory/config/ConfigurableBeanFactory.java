package org.springframework.beans.factory.config;

public interface ConfigurableBeanFactory {
  String SCOPE_PROTOTYPE = "prototype";
}
