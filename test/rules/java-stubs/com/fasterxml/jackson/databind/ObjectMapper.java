package com.fasterxml.jackson.databind;

import com.fasterxml.jackson.core.JsonProcessingException;

public class ObjectMapper {
  public native ObjectMapper registerModule(Module module);
  public native <T> T readValue(String content, Class<T> type) throws JsonProcessingException;
  public native String writeValueAsString(Object value) throws JsonProcessingException;
}
