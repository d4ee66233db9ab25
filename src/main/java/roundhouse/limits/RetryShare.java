package roundhouse.limits;

/**
 * How many retries may be under way at once: a part of what is active and pending, and never fewer than a minimum. After Envoy
 * ({@code circuit_breaker.proto}), where 20 % and 3 are usual.
 *
 * @param percent 0 to 100
 * @param minimum retries that are always allowed
 */
public record RetryShare(double percent, int minimum) {
    public static final RetryShare USUAL = new RetryShare(20, 3);

    public int allowed(int active, int pending) {
        return Math.max(minimum, (int) ((active + pending) * percent / 100));
    }
}
