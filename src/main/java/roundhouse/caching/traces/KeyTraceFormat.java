package roundhouse.caching.traces;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats of traces, each an access a line but {@link #ARC}. */
public enum KeyTraceFormat {
    /** Twitter's cache clusters: {@code timestamp,key,key size,value size,client,operation,TTL} (Yang, Yue, Rashmi, OSDI 2020). */
    TWITTER("twitter", "timestamp,key,key size,value size,client,operation,TTL"),
    /** The traces of the ARC paper: {@code first-block count ignored request}, which is count accesses. */
    ARC("arc", "first block, number of blocks, two more whole numbers"),
    /** {@code ms key [size] [r|w]}. */
    TIMED("timed", "ms key [size] [r|w]"),
    /** The traces of the LIRS paper: a block a line; a line {@code *} says nothing. */
    LIRS("lirs", "a block's number, or *"),
    /** A key a line, whatever it is. */
    KEYS("keys", "a key");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,15}");

    private final String key;
    private final String line;

    KeyTraceFormat(String key, String line) {
        this.key = key;
        this.line = line;
    }

    /** The name on the command line. */
    public String key() {
        return key;
    }

    /** What a line is, for people. */
    public String line() {
        return line;
    }

    public static Optional<KeyTraceFormat> named(String key) {
        return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
    }

    /** The first format, in the order above, that every one of these lines is in; lines of LIRS must have a star among them. */
    static KeyTraceFormat recognised(List<String> lines) {
        return Arrays.stream(values())
                .filter(format -> format == KEYS
                        || (lines.stream().allMatch(format::takes) && (format != LIRS || lines.contains("*"))))
                .filter(format -> format == KEYS || !lines.isEmpty())
                .findFirst()
                .orElse(KEYS);
    }

    /** The fields of a line. */
    String[] fields(String text) {
        return switch (this) {
            case TWITTER -> text.split(",", -1);
            case ARC, TIMED -> SPACE.split(text);
            case LIRS, KEYS -> new String[] {text};
        };
    }

    boolean takes(String text) {
        String[] fields = fields(text);
        return switch (this) {
            case TWITTER ->
                fields.length == 7
                        && MILLIS.matcher(fields[0]).matches()
                        && !fields[1].isEmpty()
                        && SIZE.matcher(fields[2]).matches()
                        && SIZE.matcher(fields[3]).matches()
                        && SIZE.matcher(fields[6]).matches();
            case ARC ->
                fields.length == 4
                        && Arrays.stream(fields).allMatch(SIZE.asMatchPredicate())
                        && Long.parseLong(fields[1]) <= KeyTrace.MOST_ACCESSES;
            case TIMED -> isTimed(fields);
            case LIRS -> text.equals("*") || KeyNames.isWhole(text);
            case KEYS -> true;
        };
    }

    private static boolean isTimed(String[] fields) {
        int count = fields.length;
        if (count < 2 || count > 4 || !MILLIS.matcher(fields[0]).matches()) {
            return false;
        }
        boolean ends = fields[count - 1].equals("r") || fields[count - 1].equals("w");
        int sizes = count - 2 - (ends && count > 2 ? 1 : 0);
        return sizes == 0 || (sizes == 1 && SIZE.matcher(fields[2]).matches());
    }
}
