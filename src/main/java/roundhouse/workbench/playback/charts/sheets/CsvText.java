package roundhouse.workbench.playback.charts.sheets;

import java.util.ArrayList;
import java.util.List;

/** A table as comma-separated values (RFC 4180). */
public final class CsvText {
    private final StringBuilder text = new StringBuilder();
    private final List<String> row = new ArrayList<>();

    /** The next field of the row. */
    public CsvText field(String value) {
        boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        row.add(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        return this;
    }

    public CsvText field(long value) {
        return field(Long.toString(value));
    }

    /** A number in full precision; an empty field for one that is none. */
    public CsvText field(double value) {
        if (Double.isNaN(value)) {
            return field("");
        }
        return field(
                value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value));
    }

    /** Ends the row. */
    public void end() {
        text.append(String.join(",", row)).append("\r\n");
        row.clear();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
