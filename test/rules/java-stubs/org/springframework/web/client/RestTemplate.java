package org.springframework.web.client;

import java.util.List;
import org.springframework.http.client.ClientHttpRequestInterceptor;

public class RestTemplate {
  public native List<ClientHttpRequestInterceptor> getInterceptors();
  public native <T> T postForObject(String url, Object request, Class<T> responseType, Object... uriVariables);
}
