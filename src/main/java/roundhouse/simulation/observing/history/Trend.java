package roundhouse.simulation.observing.history;

/**
 * One figure in equal spans of time. Readings were taken every tenth of a second; a span of several has the mean, the least and the most
 * of them, so that no spike is lost. Not a number where there was no reading.
 */
public record Trend(float[] mean, float[] least, float[] most) {
    /** Nothing is known. */
    public static final Trend NONE = new Trend(new float[0], new float[0], new float[0]);

    /** How many spans there are. */
    public int length() {
        return mean.length;
    }
}
