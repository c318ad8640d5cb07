package freemarker.template;

public class Configuration {
  public static final Version VERSION_2_3_32 = new Version();

  public Configuration(Version version) {}

  public void setDefaultEncoding(String encoding) {}
}
