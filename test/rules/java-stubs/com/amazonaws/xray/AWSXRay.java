package com.amazonaws.xray;

import java.util.function.Supplier;

public class AWSXRay {
  public static <R> R createSubsegment(String name, Supplier<R> supplier) {
    return supplier.get();
  }
}
