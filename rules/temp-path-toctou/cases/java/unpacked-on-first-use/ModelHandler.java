package model;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.util.Map;

public class ModelHandler implements RequestHandler<Map<String, String>, Long> {
  @Override
  public Long handleRequest(Map<String, String> event, Context context) {
    try {
      return ModelFile.unpack() + ModelFile.unpackWhole();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
