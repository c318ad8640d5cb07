package org.springframework.security.core;

public interface Authentication {
  Object getPrincipal();
}
