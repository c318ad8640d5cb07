package com.amazonaws.regions;

public enum Regions {
  EU_WEST_1, US_EAST_1;

  public static native Regions fromName(String name);
}
