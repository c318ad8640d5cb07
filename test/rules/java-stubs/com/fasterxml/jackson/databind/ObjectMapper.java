package com.fasterxml.jackson.databind;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.text.DateFormat;

public class ObjectMapper {
  public native ObjectMapper configure(DeserializationFeature feature, boolean state);
  public native ObjectMapper configure(SerializationFeature feature, boolean state);
  public native ObjectMapper copy();
  public native ObjectMapper disable(SerializationFeature feature);
  public native <T> T readValue(String content, Class<T> type) throws JsonProcessingException;
  public native ObjectReader readerFor(Class<?> type);
  public native ObjectMapper registerModule(Module module);
  public native ObjectMapper setDateFormat(DateFormat format);
  public native String writeValueAsString(Object value) throws JsonProcessingException;
}
