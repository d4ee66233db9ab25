package roundhouse.scaling;

/**
 * What is billed of a machine: how long it was there and what passed through it.
 *
 * @param hours for how long
 * @param requests that came in
 * @param connections that were opened
 * @param active connections at a time, on average
 * @param gigabytes of values that it gave, 10^9 bytes each
 * @param cores it has
 * @param rules that it looks at for each request
 */
public record Consumption(
        double hours, double requests, double connections, double active, double gigabytes, int cores, int rules) {
    private static final double SECONDS = 3_600;

    double newPerSecond() {
        return connections / hours / SECONDS;
    }

    double gigabytesPerHour() {
        return gigabytes / hours;
    }

    /** Rules looked at in a second, but for the first ones. */
    double evaluationsPerSecond(int free) {
        return Math.max(0, rules - free) * requests / hours / SECONDS;
    }
}
