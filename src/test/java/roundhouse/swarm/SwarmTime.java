package roundhouse.swarm;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * How much of a swarm is tried: a few systems that are the same in every build; with {@code -Dswarm.minutes}, as many as that time
 * allows, of seeds that are others each day. What the first seed was is printed.
 */
final class SwarmTime {
    private static final long DAY = 1_000_000;

    /** So many are shared out to the processors: several for each, since some take a hundred times as long as others. */
    private static final int AT_ONCE = 8 * Runtime.getRuntime().availableProcessors();

    private SwarmTime() {}

    /**
     * Tries one seed after the other; where a time is given, on all processors at once, so {@code one} shares nothing that it changes.
     *
     * @param few how many where no time was given
     * @param part of the time given, 0 to 1
     */
    static void spend(String what, int few, double part, LongConsumer one) {
        double minutes = Double.parseDouble(System.getProperty("swarm.minutes", "0"));
        Long asked = Long.getLong("swarm.seed");
        if (asked != null) {
            one.accept(asked);
            return;
        }
        if (minutes <= 0) {
            for (long seed = 0; seed < few; seed++) {
                one.accept(seed);
            }
            return;
        }
        long first = LocalDate.now(ZoneOffset.UTC).toEpochDay() * DAY;
        long untilNanos = System.nanoTime() + (long) (minutes * part * 60e9);
        long seed = first;
        while (System.nanoTime() - untilNanos < 0) {
            all(LongStream.range(seed, seed + AT_ONCE), one);
            seed += AT_ONCE;
        }
        System.out.printf("swarm: %,d %s from the seed %d on%n", seed - first, what, first);
    }

    /** What fails says so itself, and not inside of another failure. */
    private static void all(LongStream seeds, LongConsumer one) {
        try {
            seeds.parallel().forEach(one);
        } catch (AssertionError e) {
            throw e.getCause() instanceof AssertionError cause ? cause : e;
        }
    }
}
