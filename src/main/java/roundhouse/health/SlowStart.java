package roundhouse.health;

/**
 * A server that came up gets its weight back step by step, so that it can warm its caches. HAProxy's ramp: weights count in
 * sixteenths, and after t whole seconds of S the weight is w·⌊(16·t + S) ÷ S⌋ sixteenths, full from S on. The weight is worked out
 * anew every second, or every S ÷ 20 if that is longer. Source: HAProxy 2.6, src/server.c.
 *
 * @param seconds how long the ramp lasts, 1 or more
 */
public record SlowStart(int seconds) {
    /** A weight of 1 is this many sixteenths. */
    public static final int SIXTEENTHS = 16;

    public SlowStart {
        if (seconds < 1) {
            throw new IllegalArgumentException("a slow start of " + seconds + " s is below 1 s");
        }
    }

    /** The weight to balance by, in sixteenths. */
    public int sixteenths(int weight, long secondsUp) {
        return secondsUp >= seconds
                ? weight * SIXTEENTHS
                : (int) (weight * ((SIXTEENTHS * secondsUp + seconds) / seconds));
    }

    /** Requests in flight that HAProxy allows meanwhile of those that are its limit, at least 1. */
    public int limit(int limit, long secondsUp) {
        return secondsUp >= seconds ? limit : (int) Math.max(1, limit * (100 * secondsUp / seconds) / 100);
    }

    /** Seconds from one change of weight to the next. */
    public int stepSeconds() {
        return Math.max(1, seconds / 20);
    }
}
