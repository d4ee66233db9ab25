package roundhouse.topology.nodes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a client on the target it was first given. By address or header the balancer remembers it in a stick table of its own; a
 * cookie is kept by the client and names the target, so that it outlives the balancer.
 *
 * @param header which header, for stickiness by header; null otherwise
 * @param life how long an unused entry of the table lives; null for ever
 * @param size entries the table holds; one less when it purges, as in HAProxy
 * @param whenFull what a full table does
 */
public record Sticky(
        By by, @Nullable String header, @Nullable Duration life, int size, WhenFull whenFull) {
    public static final int DEFAULT_SIZE = 1_000_000;

    public static final Sticky OFF = of(By.OFF);
    /** By the client's IP address. */
    public static final Sticky ADDRESS = of(By.ADDRESS);
    /** By a cookie that the balancer sets. */
    public static final Sticky COOKIE = of(By.COOKIE);

    public enum By {
        OFF("off"),
        ADDRESS("address"),
        /** Layer 7 only. */
        COOKIE("cookie"),
        /** Layer 7 only. */
        HEADER("header");

        private final String key;

        By(String key) {
            this.key = key;
        }

        /** Its name in files. */
        public String key() {
            return key;
        }
    }

    /** What a full table does with a new client. */
    public enum WhenFull {
        /** Forgets the entry that was unused for longest. */
        PURGE,
        /** Does not remember the new one. */
        KEEP
    }

    public static Sticky of(By by) {
        return new Sticky(by, null, null, DEFAULT_SIZE, WhenFull.PURGE);
    }

    /** Whether the by-word alone says it all. */
    public boolean isPlain() {
        return equals(of(by));
    }
}
