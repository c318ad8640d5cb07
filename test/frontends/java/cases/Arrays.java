package com.acme;

import java.util.concurrent.TimeUnit;

class Arrays {
    int[][] grid = new int[3][];
    String[] names = new String[] {"a", "b"};
    char letter = '\u0041';
    long big = 0xFFFF_FFFF_FFFFL;
    double tiny = 1e-9;

    long sum(int... values) throws Exception {
        grid[0] = new int[] {1};
        grid[1][2]++;
        int length = values.length + names.length;
        TimeUnit.SECONDS.sleep(1);
        Object copy = (Object) values.clone();
        byte b = (byte) ~length;
        boolean odd = (length & 1) == 1 ^ !names[0].isEmpty();
        return sum() + sum(1, 2) + -length + b + (odd ? big : 0);
    }
}
