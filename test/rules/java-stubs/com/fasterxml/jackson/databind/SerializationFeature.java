package com.fasterxml.jackson.databind;

public enum SerializationFeature {
  FAIL_ON_EMPTY_BEANS, INDENT_OUTPUT
}
