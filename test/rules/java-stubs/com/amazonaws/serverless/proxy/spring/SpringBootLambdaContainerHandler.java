package com.amazonaws.serverless.proxy.spring;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

public class SpringBootLambdaContainerHandler {
  public static native SpringBootLambdaContainerHandler getAwsProxyHandler(Class<?> application);
  public native void proxyStream(InputStream input, OutputStream output, Context context) throws IOException;
}
