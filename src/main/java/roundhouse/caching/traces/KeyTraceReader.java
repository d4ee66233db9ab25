package roundhouse.caching.traces;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads traces line by line. Empty lines say nothing. */
public final class KeyTraceReader {
    /** From so many lines the format is recognised. */
    private static final int LOOKED_AT = 200;

    private static final List<String> READS = List.of("get", "gets");

    private final KeyNames names = new KeyNames();
    private long[] keys = new long[1024];
    private long[] times = new long[0];
    private long[] sizes = new long[0];
    private boolean[] writes = new boolean[0];
    private boolean saysKinds;
    private int count;

    private KeyTraceReader() {}

    /**
     * Reads to the end.
     *
     * @param format in which the lines are; {@code null} to recognise it
     */
    public static KeyTrace read(BufferedReader lines, @Nullable KeyTraceFormat format)
            throws IOException, TraceLineException {
        return new KeyTraceReader().all(lines, format);
    }

    private KeyTrace all(BufferedReader lines, @Nullable KeyTraceFormat given) throws IOException, TraceLineException {
        List<String> first = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        while (shown.size() < LOOKED_AT) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            first.add(line.strip());
            if (!line.isBlank()) {
                shown.add(line.strip());
            }
        }
        KeyTraceFormat format = given == null ? KeyTraceFormat.recognised(shown) : given;
        long number = 0;
        for (String line : first) {
            add(format, ++number, line);
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            add(format, ++number, line.strip());
        }
        return new KeyTrace(
                format,
                names,
                Arrays.copyOf(keys, count),
                Arrays.copyOf(times, times.length == 0 ? 0 : count),
                Arrays.copyOf(sizes, sizes.length == 0 ? 0 : count),
                Arrays.copyOf(writes, writes.length == 0 ? 0 : count),
                saysKinds);
    }

    private void add(KeyTraceFormat format, long number, String line) throws TraceLineException {
        if (line.isEmpty()) {
            return;
        }
        if (!format.takes(line)) {
            throw new TraceLineException(
                    number,
                    "found \"" + shortened(line) + "\"; a line of the format " + format.key() + " is " + format.line());
        }
        String[] fields = format.fields(line);
        switch (format) {
            case KEYS -> access(number, fields[0]);
            case LIRS -> {
                if (!line.equals("*")) {
                    access(number, line);
                }
            }
            case ARC -> {
                long start = Long.parseLong(fields[0]);
                long blocks = Long.parseLong(fields[1]);
                for (long block = start; block < start + blocks; block++) {
                    access(number, Long.toString(block));
                }
            }
            case TIMED -> {
                access(number, fields[1]);
                time(number, new BigDecimal(fields[0]).movePointRight(6).longValue());
                boolean ends = fields.length > 2 && !isSize(fields[fields.length - 1]);
                saysKinds |= ends;
                write(ends && fields[fields.length - 1].equals("w"));
                if (fields.length > (ends ? 3 : 2)) {
                    size(Long.parseLong(fields[2]));
                }
            }
            case TWITTER -> {
                access(number, fields[1]);
                time(number, new BigDecimal(fields[0]).movePointRight(9).longValue());
                size(Long.parseLong(fields[2]) + Long.parseLong(fields[3]));
                saysKinds = true;
                write(!READS.contains(fields[5]));
            }
        }
    }

    private static boolean isSize(String field) {
        return !field.equals("r") && !field.equals("w");
    }

    private static String shortened(String line) {
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private void access(long number, String key) throws TraceLineException {
        if (count == KeyTrace.MOST_ACCESSES) {
            throw new TraceLineException(number, "a trace has at most " + KeyTrace.MOST_ACCESSES + " accesses");
        }
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
        }
        if (names.areWhole() && !KeyNames.isWhole(key)) {
            names.number(keys, count);
        }
        keys[count++] = names.areWhole() ? Long.parseLong(key) : names.numbered(key);
    }

    private void time(long number, long nanos) throws TraceLineException {
        times = sized(times);
        if (count > 1 && nanos < times[count - 2]) {
            throw new TraceLineException(number, "its time is before that of the line before it");
        }
        times[count - 1] = nanos;
    }

    private void size(long bytes) {
        sizes = sized(sizes);
        sizes[count - 1] = bytes;
    }

    private void write(boolean write) {
        if (write && writes.length < keys.length) {
            writes = Arrays.copyOf(writes, keys.length);
        }
        if (write) {
            writes[count - 1] = true;
        }
    }

    private long[] sized(long[] column) {
        return column.length < count ? Arrays.copyOf(column, keys.length) : column;
    }
}
