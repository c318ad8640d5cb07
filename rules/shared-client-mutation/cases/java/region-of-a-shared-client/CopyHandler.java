package copies;

import com.amazonaws.regions.Region;
import com.amazonaws.regions.Regions;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class CopyHandler implements RequestHandler<Map<String, String>, String> {
  private final AmazonS3 any = AmazonS3ClientBuilder.defaultClient();
  private final Map<String, AmazonS3> perRegion = new ConcurrentHashMap<>();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    any.setRegion(Region.getRegion(Regions.fromName(event.get("region")))); // expect: shared-client-mutation error
    any.putObject(event.get("bucket"), "copy", event.get("body"));
    AmazonS3 own = perRegion.computeIfAbsent(region(event), name -> AmazonS3ClientBuilder.standard().withRegion(name).build()); // fixed: a client for each region
    own.putObject(event.get("bucket"), "copy", event.get("body"));
    return "done";
  }

  private static String region(Map<String, String> event) {
    return "eu".equals(event.get("area")) ? "eu-west-1" : "us-east-1";
  }
}
