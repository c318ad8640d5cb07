package com.fasterxml.jackson.databind;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;

public class ObjectReader {
  public native <T> T readValue(String content) throws JsonProcessingException;
  public native ObjectReader with(Locale locale);
}
