package reports;

import com.amazonaws.services.lambda.runtime.Context;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.TimeZone;

public class ReportHandler {
    public record Order(String language, String zone, double total) {
    }

    // entry: ReportHandler::print
    public String print(Order order, Context context) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(order.language())); // expect: process-global-mutation error
            return NumberFormat.getCurrencyInstance().format(order.total());
        } finally {
            Locale.setDefault(before);
        }
    }

    // entry: ReportHandler::printAtNoon
    public String printAtNoon(Order order, Context context) {
        TimeZone.setDefault(TimeZone.getTimeZone(order.zone())); // expect: process-global-mutation error
        return new java.util.Date(0).toString();
    }

    // entry: ReportHandler::printFixed
    public String printFixed(Order order, Context context) {
        Locale locale = Locale.forLanguageTag(order.language());
        return NumberFormat.getCurrencyInstance(locale).format(order.total()); // fixed: the locale goes with the call
    }

    // entry: ReportHandler::printInvariant
    public String printInvariant(Order order, Context context) {
        Locale own = Locale.of(order.language()); // safe: a locale, and not the default one
        return String.format(own, "%.2f", order.total());
    }
}
