package roundhouse.topology;

import java.util.Locale;

/**
 * The range a number of the document must be in, both ends included. The reader, the check of edits and the inspector share these.
 *
 * @param whole whether only whole numbers are allowed
 */
public record Limit(double min, double max, boolean whole) {
    public static final Limit CORES = whole(1, 1_024);
    public static final Limit QUEUE = whole(0, 1_000_000_000);
    public static final Limit CONNECTIONS = whole(1, 1_000_000_000);
    public static final Limit WEIGHT = whole(0, 65_535);
    public static final Limit USERS = whole(1, 10_000_000);
    public static final Limit KEYS = whole(1, 10_000_000);
    public static final Limit SESSION_REQUESTS = whole(0, 1_000_000_000);
    public static final Limit ATTEMPTS = whole(1, 100);
    public static final Limit VIRTUAL_NODES = whole(1, 1_024);
    public static final Limit REPLICAS = whole(1, 16);
    /** Percent of the fair share. */
    public static final Limit BALANCE_FACTOR = whole(100, 100_000);

    public static final Limit PERCENT = whole(0, 100);
    /** Failures or successes in a row, and other small counts. */
    public static final Limit IN_A_ROW = whole(1, 1_000);

    public static final Limit PRIORITY = whole(1, 255);
    public static final Limit HEDGES = whole(1, 10);
    public static final Limit STICKY_SIZE = whole(1, 10_000_000);
    public static final Limit BYTES = whole(1, 1_000_000_000);

    public static final Limit EXPONENT = real(0, 10);
    public static final Limit PART = real(0, 1);
    public static final Limit SHARE = real(0, 1_000_000);
    public static final Limit RATE = real(0, 10_000_000);
    public static final Limit FACTOR = real(0.01, 1_000);
    public static final Limit COLDNESS = real(1, 1_000);
    /** Normal service times more with each minute. */
    public static final Limit LEAK = real(0, 1_000);

    public static final Limit DEVIATIONS = real(0, 10);
    /** Retries per request. */
    public static final Limit BUDGET = real(0, 100);

    public static final Limit LATITUDE = real(-90, 90);
    public static final Limit LONGITUDE = real(-180, 180);
    public static final Limit PIXELS = real(-1_000_000, 1_000_000);

    private static Limit whole(long min, long max) {
        return new Limit(min, max, true);
    }

    private static Limit real(double min, double max) {
        return new Limit(min, max, false);
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
