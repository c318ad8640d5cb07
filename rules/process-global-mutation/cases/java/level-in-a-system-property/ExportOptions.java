package export;

public record ExportOptions(String logLevel) {
}
