package roundhouse.exchange;

import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The registry of forms in which requests are written down for other programs. */
public enum TraceFormat {
    OTLP("otlp", "OpenTelemetry (OTLP JSON), for Jaeger and others", ".otlp.json") {
        @Override
        public void write(TracedRun run, Writer out) {
            OtlpWriter.write(run, out);
        }
    },
    CHROME("chrome", "Chrome trace, for Perfetto", ".trace.json") {
        @Override
        public void write(TracedRun run, Writer out) {
            ChromeWriter.write(run, out);
        }
    };

    private final String key;
    private final String title;
    private final String suffix;

    TraceFormat(String key, String title, String suffix) {
        this.key = key;
        this.title = title;
        this.suffix = suffix;
    }

    /** Its name on the command line. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** How names of its files end: {@code .otlp.json}. */
    public String suffix() {
        return suffix;
    }

    /** Writes JSON, and leaves the writer open. */
    public abstract void write(TracedRun run, Writer out);

    public static Optional<TraceFormat> of(String key) {
        return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(TraceFormat::key).toList();
    }
}
