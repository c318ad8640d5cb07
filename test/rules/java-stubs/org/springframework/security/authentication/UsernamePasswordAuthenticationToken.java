package org.springframework.security.authentication;

import org.springframework.security.core.Authentication;

public class UsernamePasswordAuthenticationToken implements Authentication {
  public UsernamePasswordAuthenticationToken(Object principal, Object credentials) {
  }

  @Override
  public native Object getPrincipal();
}
