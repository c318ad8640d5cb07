package export;

public class ExportRun {
    public String start(String table, String logLevel) {
        if (logLevel != null) {
            System.setProperty("export.log.level", logLevel); // expect: process-global-mutation error
        }
        return table + " at " + System.getProperty("export.log.level");
    }

    public String startWith(String table, ExportOptions options) {
        return table + " at " + options.logLevel();
    }
}
