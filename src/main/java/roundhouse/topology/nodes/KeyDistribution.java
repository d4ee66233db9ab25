package roundhouse.topology.nodes;

/** Which keys the requests are about: numbers from 0 to {@code count} less one, drawn for each request. */
public sealed interface KeyDistribution {
    int count();

    record Uniform(int count) implements KeyDistribution {}

    /** Key k (from 0) with probability in proportion to 1 / (k + 1)^exponent. */
    record Zipf(int count, double exponent) implements KeyDistribution {}

    /** Key 0 takes this share of the requests (0 to 1), the others the rest in equal parts. */
    record Hot(int count, double share) implements KeyDistribution {}
}
