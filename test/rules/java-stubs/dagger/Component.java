package dagger;

public @interface Component {
  Class<?>[] modules() default {};
}
