import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class ThumbnailHandler implements RequestHandler<String, String> {
  @Override
  public String handleRequest(String video, Context context) {
    try {
      return String.valueOf(still(video) + sound(video) + subtitles(video) + fixed(video) + length(video));
    } catch (IOException | InterruptedException e) {
      return "failed";
    }
  }

  private long still(String video) throws IOException, InterruptedException {
    new ProcessBuilder(List.of("ffmpeg", "-y", "-i", video, "/tmp/still.png")).start().waitFor(); // expect: shared-temp-path error
    return Files.size(Path.of("/tmp/still.png"));
  }

  private long sound(String video) throws IOException, InterruptedException {
    List<String> words = Arrays.asList("ffmpeg", "-y", "-i", video, "/tmp/sound.mp3");
    new ProcessBuilder(words).start().waitFor(); // expect: shared-temp-path error
    return Files.size(Path.of("/tmp/sound.mp3"));
  }

  private long subtitles(String video) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add("ffmpeg");
    words.add("-i");
    words.add(video);
    words.add("/tmp/subtitles.srt");
    new ProcessBuilder(words).start().waitFor(); // expect: shared-temp-path error
    return Files.size(Path.of("/tmp/subtitles.srt"));
  }

  private long fixed(String video) throws IOException, InterruptedException {
    Path still = Files.createTempFile("still", ".png"); // fixed: each invocation has a file of its own
    try {
      new ProcessBuilder(List.of("ffmpeg", "-y", "-i", video, still.toString())).start().waitFor(); // safe: nobody else has the name
      return Files.size(still);
    } finally {
      Files.delete(still);
    }
  }

  private int length(String video) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of("ffprobe", "-show_format", video)).start().waitFor(); // safe: no file is written
  }
}
