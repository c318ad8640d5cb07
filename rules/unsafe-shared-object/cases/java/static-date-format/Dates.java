package delivery;

import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;

final class Dates {
  private static final SimpleDateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

  private Dates() {}

  static String day(Date date) {
    return DAY.format(date); // expect: unsafe-shared-object error
  }

  static String month() {
    return MONTH.format(LocalDate.now()); // fixed: java.time formatters never change
  }
}
