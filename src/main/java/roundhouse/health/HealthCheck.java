package roundhouse.health;

/**
 * One server's active health check as HAProxy counts it: down after {@code fall} failures in a row, up after {@code rise} successes in
 * a row.
 *
 * <p>A counter runs from 0 to rise + fall - 1 and the server is up from rise on. Success adds one; reaching rise, or any success while
 * up, jumps to the top. Failure takes one off while above rise, else falls to 0, so a failure while rising starts over. At first the
 * counter is at rise: up, and a failure from down. Source: HAProxy 2.6, src/check.c.
 */
public final class HealthCheck {
    /**
     * How to check.
     *
     * @param rise successes in a row that bring a server up, 1 or more
     * @param fall failures in a row that take it down, 1 or more
     * @param intervalNanos from one check to the next in a settled state, fully up or fully down
     * @param fastNanos while a server is on its way up or down
     * @param downNanos while it is fully down
     */
    public record Settings(int rise, int fall, long intervalNanos, long fastNanos, long downNanos) {
        public Settings {
            if (rise < 1 || fall < 1 || intervalNanos <= 0 || fastNanos <= 0 || downNanos <= 0) {
                throw new IllegalArgumentException(
                        "rise " + rise + " and fall " + fall + " must be at least 1, and the intervals above 0");
            }
        }
    }

    /** What a check's result changed. */
    public enum Change {
        NONE,
        WENT_DOWN,
        CAME_UP
    }

    private final Settings settings;
    private int counter;

    public HealthCheck(Settings settings) {
        this.settings = settings;
        counter = settings.rise();
    }

    public boolean isUp() {
        return counter >= settings.rise();
    }

    private int top() {
        return settings.rise() + settings.fall() - 1;
    }

    public Change succeeded() {
        boolean wasUp = isUp();
        counter = counter + 1 >= settings.rise() ? top() : counter + 1;
        return !wasUp && isUp() ? Change.CAME_UP : Change.NONE;
    }

    public Change failed() {
        boolean wasUp = isUp();
        counter = counter > settings.rise() ? counter - 1 : 0;
        return wasUp && !isUp() ? Change.WENT_DOWN : Change.NONE;
    }

    /** Nanoseconds until the next check. */
    public long intervalNanos() {
        if (counter == top()) {
            return settings.intervalNanos();
        }
        return counter == 0 ? settings.downNanos() : settings.fastNanos();
    }
}
