package imports;

import com.amazonaws.services.lambda.runtime.Context;

class Journal {
  private Context forLog;
  private Context forId;

  void start(Context context) {
    forLog = context; // expect: unsynchronized-access note
    forId = context; // expect: request-state-leak error
  }

  void write(String line) {
    if (forLog != null) {
      forLog.getLogger().log(line); // safe: all contexts hand out one logger, which knows whose line it writes
    }
  }

  String invocation() {
    return forId.getAwsRequestId();
  }
}
