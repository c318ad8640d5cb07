package software.amazon.lambda.powertools.logging;

public @interface Logging {
  boolean clearState() default false;
}
