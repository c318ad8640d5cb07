package io.micronaut.function.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

public abstract class MicronautRequestHandler<I, O> implements RequestHandler<I, O> {
  @Override public final native O handleRequest(I input, Context context);
  public abstract O execute(I input);
}
