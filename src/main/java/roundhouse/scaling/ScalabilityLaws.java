package roundhouse.scaling;

/** How much faster n are than one: Amdahl (1967), Gustafson (1988). */
public final class ScalabilityLaws {
    private ScalabilityLaws() {}

    /** @param parallel the part that can be shared, 0 to 1; the work stays the same */
    public static double amdahl(double parallel, double n) {
        return 1 / (1 - parallel + parallel / n);
    }

    /** @param serial the part that cannot be shared, 0 to 1; the work grows with n */
    public static double gustafson(double serial, double n) {
        return n + (1 - n) * serial;
    }

    /** The highest utilisation of each of n servers with which the others can bear it when some fail. */
    public static double headroom(int n, int failing, double limit) {
        return (double) (n - failing) / n * limit;
    }

    /** How uneven servers' shares are, as a coefficient of variation, when each resolver sends all its users to one of them. */
    public static double resolverSkew(double[] weights, int servers) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return Math.sqrt((servers - 1) * squares) / sum;
    }
}
