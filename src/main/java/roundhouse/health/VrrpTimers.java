package roundhouse.health;

/**
 * How long a standby waits before it takes over: some missed advertisements, three in VRRP, and a skew that lets the highest priority be first.
 * Whole microseconds, as keepalived computes them (vrrp.h); RFC 3768 for version 2, RFC 5798 for version 3.
 *
 * @param version 2, whose skew is a part of a second, or 3, whose skew is a part of the interval
 * @param advertMicros from one advertisement of the active one to the next
 * @param priority 1 to 255
 * @param misses advertisements that may be missed, 1 or more
 */
public record VrrpTimers(int version, long advertMicros, int priority, int misses) {
    public VrrpTimers {
        if (version != 2 && version != 3) {
            throw new IllegalArgumentException("VRRP version " + version + " is neither 2 nor 3");
        }
        if (priority < 1 || priority > 255) {
            throw new IllegalArgumentException("priority " + priority + " is not within 1 to 255");
        }
        if (advertMicros <= 0) {
            throw new IllegalArgumentException("an advertisement interval of " + advertMicros + " µs is not above 0");
        }
        if (misses < 1) {
            throw new IllegalArgumentException(misses + " misses are below 1");
        }
    }

    public long skewMicros() {
        return (256 - priority) * (version == 2 ? 1_000_000L : advertMicros) / 256;
    }

    public long masterDownMicros() {
        return misses * advertMicros + skewMicros();
    }
}
