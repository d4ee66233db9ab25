package roundhouse.workbench.history;

/**
 * The stretch of time that is in sight, and how it lies across a picture. Times are whole numbers of the unit of the history; they are held
 * as distances from its first, so that large ones keep their digits.
 *
 * @param origin the first time of the history
 * @param start where the left edge is, after the origin
 * @param perPixel how much time a pixel stands for, more than 0
 */
record TimeWindow(long origin, double start, double perPixel) {
    /** More than a pixel for a unit of time shows nothing more. */
    private static final double LEAST_PER_PIXEL = 1.0 / 64;

    /** Free at both sides of what is shown, a part of the width. */
    private static final double MARGIN = 0.06;

    /**
     * A stretch with some room around it.
     *
     * @param width pixels
     */
    static TimeWindow around(long origin, long from, long until, double width) {
        double span = Math.max(1, (double) (until - from));
        double whole = span / (1 - 2 * MARGIN);
        return new TimeWindow(
                origin,
                (double) (from - origin) - whole * MARGIN,
                Math.max(LEAST_PER_PIXEL, whole / Math.max(1, width)));
    }

    double x(long time) {
        return ((double) (time - origin) - start) / perPixel;
    }

    /** The time at a place across the picture. */
    long time(double x) {
        return origin + Math.round(start + x * perPixel);
    }

    /** With that place where it is, so many times as close; never closer than can be of use, nor farther than that. */
    TimeWindow zoomed(double times, double x, double mostPerPixel) {
        double next = Math.clamp(perPixel / times, LEAST_PER_PIXEL, Math.max(LEAST_PER_PIXEL, mostPerPixel));
        return new TimeWindow(origin, start + x * (perPixel - next), next);
    }

    /** So many pixels later. */
    TimeWindow moved(double pixels) {
        return new TimeWindow(origin, start + pixels * perPixel, perPixel);
    }

    /** Moved so far back that some of that stretch stays in sight. */
    TimeWindow within(long from, long until, double width) {
        double room = width * perPixel / 2;
        double least = (double) (from - origin) - room;
        double most = (double) (until - origin) - room;
        return new TimeWindow(origin, Math.clamp(start, least, Math.max(least, most)), perPixel);
    }

    /** From one mark of the axis to the next: 1, 2 or 5 of a power of ten, so many pixels apart at least. */
    long step(double apart) {
        double least = Math.max(1, apart * perPixel);
        long power = 1;
        while (true) {
            for (int digit : new int[] {1, 2, 5}) {
                if (digit * power >= least || power > Long.MAX_VALUE / 100) {
                    return digit * power;
                }
            }
            power *= 10;
        }
    }
}
