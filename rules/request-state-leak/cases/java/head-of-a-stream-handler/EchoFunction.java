package streams;

public class EchoFunction extends StreamFunction {
  @Override
  protected String answer() {
    return "you said " + text();
  }
}
