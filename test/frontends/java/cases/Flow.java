package com.acme;

import java.io.*;
import java.util.*;

/** Loops, labels, try, resources, assert. */
class Flow {
    int loops(Map<String, List<Integer>> input, int n) {
        int sum = 0;
        outer:
        for (Map.Entry<String, List<Integer>> entry : input.entrySet()) {
            for (var value : entry.getValue()) {
                if (value < 0) continue outer;
                if (value > n) break outer;
                sum += value;
            }
        }
        for (int i = 0, j = n; i < j; i++, --j) sum -= i;
        while (sum > 100) sum /= 2;
        do { sum++; } while (sum < 10);
        block: { if (sum == 11) break block; sum = 0; }
        assert sum >= 0 : "negative " + sum;
        return sum;
    }

    String read(File file, BufferedWriter log) throws IOException {
        try (InputStream in = new FileInputStream(file); BufferedReader reader = new BufferedReader(new InputStreamReader(in)); log) {
            String line = reader.readLine();
            for (String part : line.split(",")) log.write(part);
            return line;
        } catch (FileNotFoundException | UncheckedIOException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            return e.getMessage();
        } finally {
            log.flush();
        }
    }
}
