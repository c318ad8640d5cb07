package reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.text.SimpleDateFormat;
import java.util.Map;

class ReportWriter {
  String write(Map<String, String> report, String format) {
    try {
      Json.MAPPER.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
      Json.MAPPER.setDateFormat(new SimpleDateFormat(format)); // expect: shared-client-mutation error
      return Json.MAPPER.writeValueAsString(report);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
