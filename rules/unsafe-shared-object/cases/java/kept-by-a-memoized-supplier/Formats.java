package shop;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.text.SimpleDateFormat;

final class Formats {
  static final Supplier<SimpleDateFormat> KEPT = Suppliers.memoize(() -> new SimpleDateFormat("yyyy-MM-dd"));
  static final Supplier<SimpleDateFormat> MADE = () -> new SimpleDateFormat("HH:mm");

  private Formats() {}
}
