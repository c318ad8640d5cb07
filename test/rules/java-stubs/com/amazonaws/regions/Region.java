package com.amazonaws.regions;

public class Region {
  public static native Region getRegion(Regions region);
}
