import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.frgaal.Main;

/** Compiles for itself what each line of the file `args[0]` says, as arguments between tabs; writes what the compiler says to `args[1]`, a block for each. */
public class CompileEach {
  private static final String END = "\0";

  public static void main(String[] args) throws Exception {
    List<String> blocks = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      StringWriter said = new StringWriter();
      int status = Main.compile(line.split("\t"), new PrintWriter(said));
      blocks.add(status == 0 ? "" : "" + said + "exit status " + status);
    }
    Files.writeString(Path.of(args[1]), String.join(END, blocks));
  }
}
