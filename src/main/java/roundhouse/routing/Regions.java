package roundhouse.routing;

/**
 * How far apart regions are. Distances are great-circle kilometres between the places given; two regions of which one has no
 * place are infinitely far apart, and a region is at distance 0 from itself.
 */
public final class Regions {
    /** The region of something that names none. */
    public static final int NOWHERE = -1;

    private final double[][] kilometres;

    /**
     * @param places latitude and longitude in degrees for each region, or null where unknown
     */
    public Regions(double[] @org.jspecify.annotations.Nullable [] places) {
        int n = places.length;
        kilometres = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double[] from = places[a];
                double[] to = places[b];
                kilometres[a][b] =
                        a == b ? 0 : from == null || to == null ? Double.POSITIVE_INFINITY : greatCircle(from, to);
            }
        }
    }

    public int count() {
        return kilometres.length;
    }

    /** Kilometres between two regions; infinite when either is {@link #NOWHERE} or has no place. */
    public double between(int a, int b) {
        return a == NOWHERE || b == NOWHERE ? Double.POSITIVE_INFINITY : kilometres[a][b];
    }

    /** The haversine formula on a sphere of 6,371 km, with StrictMath so that every platform agrees on who is nearer. */
    private static double greatCircle(double[] from, double[] to) {
        double latitude = StrictMath.toRadians(to[0] - from[0]) / 2;
        double longitude = StrictMath.toRadians(to[1] - from[1]) / 2;
        double h = StrictMath.sin(latitude) * StrictMath.sin(latitude)
                + StrictMath.cos(StrictMath.toRadians(from[0]))
                        * StrictMath.cos(StrictMath.toRadians(to[0]))
                        * StrictMath.sin(longitude)
                        * StrictMath.sin(longitude);
        return 2 * 6371 * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(h)));
    }
}
