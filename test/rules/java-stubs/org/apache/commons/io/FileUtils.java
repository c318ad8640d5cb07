package org.apache.commons.io;

import java.io.File;
import java.io.IOException;

public class FileUtils {
  public static native void cleanDirectory(File directory) throws IOException;
  public static native void deleteDirectory(File directory) throws IOException;
}
