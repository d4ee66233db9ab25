package roundhouse.topology;

/** Which keys the requests are about: numbers from 0 to {@code count} less one, drawn for each request. */
public sealed interface Keys {
    int count();

    record Uniform(int count) implements Keys {}

    /** Key k (from 0) with probability in proportion to 1 / (k + 1)^exponent. */
    record Zipf(int count, double exponent) implements Keys {}

    /** Key 0 takes this share of the requests (0 to 1), the others the rest in equal parts. */
    record Hot(int count, double share) implements Keys {}
}
