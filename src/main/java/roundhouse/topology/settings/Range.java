package roundhouse.topology.settings;

import java.util.Locale;

/**
 * The range a number of the document must be in, both ends included. The reader, the check of edits and the inspector share these.
 *
 * @param whole whether only whole numbers are allowed
 */
public record Range(double min, double max, boolean whole) {
    public static final Range CORES = whole(1, 1_024);
    public static final Range QUEUE = whole(0, 1_000_000_000);
    public static final Range CONNECTIONS = whole(1, 1_000_000_000);
    public static final Range WEIGHT = whole(0, 65_535);
    public static final Range USERS = whole(1, 10_000_000);
    public static final Range KEYS = whole(1, 10_000_000);
    public static final Range SESSION_REQUESTS = whole(0, 1_000_000_000);
    public static final Range ATTEMPTS = whole(1, 100);
    public static final Range VIRTUAL_NODES = whole(1, 1_024);
    public static final Range REPLICAS = whole(1, 16);
    /** Percent of the fair share. */
    public static final Range BALANCE_FACTOR = whole(100, 100_000);

    public static final Range PERCENT = whole(0, 100);
    /** Failures or successes in a row, and other small counts. */
    public static final Range IN_A_ROW = whole(1, 1_000);

    public static final Range PRIORITY = whole(1, 255);
    public static final Range HEDGES = whole(1, 10);
    public static final Range STICKY_SIZE = whole(1, 10_000_000);
    public static final Range BYTES = whole(1, 1_000_000_000);

    public static final Range EXPONENT = real(0, 10);
    public static final Range PART = real(0, 1);
    public static final Range SHARE = real(0, 1_000_000);
    public static final Range RATE = real(0, 10_000_000);
    public static final Range FACTOR = real(0.01, 1_000);
    public static final Range COLDNESS = real(1, 1_000);
    /** Normal service times more with each minute. */
    public static final Range LEAK = real(0, 1_000);

    public static final Range DEVIATIONS = real(0, 10);
    /** Retries per request. */
    public static final Range BUDGET = real(0, 100);

    public static final Range LATITUDE = real(-90, 90);
    public static final Range LONGITUDE = real(-180, 180);
    public static final Range PIXELS = real(-1_000_000, 1_000_000);

    private static Range whole(long min, long max) {
        return new Range(min, max, true);
    }

    private static Range real(double min, double max) {
        return new Range(min, max, false);
    }

    public boolean allows(double value) {
        return value >= min && value <= max && !(whole && value != Math.rint(value));
    }

    /** What is allowed, for a message: "a whole number from 1 to 1,024". */
    public String allowed() {
        return (whole ? "a whole number from " : "a number from ") + shown(min) + " to " + shown(max);
    }

    private static String shown(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : Units.number(value);
    }
}
