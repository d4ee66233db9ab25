package roundhouse.storage.leaderless;

import java.util.Arrays;
import java.util.Locale;
import roundhouse.storage.quorums.ConsistencyLevel;
import roundhouse.storage.quorums.Quorums;

/** How many answers are enough, and from whom. */
public sealed interface Answers {
    /** So many, from whomever. */
    record Count(int count) implements Answers {}

    /** By Cassandra's names. */
    record Level(ConsistencyLevel level) implements Answers {}

    static Answers of(int count) {
        return new Count(count);
    }

    static Answers of(ConsistencyLevel level) {
        return new Level(level);
    }

    /**
     * By a name of Cassandra's ({@code QUORUM}), in small or large letters and with a hyphen or an underscore, or a number from 1.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Answers named(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        for (ConsistencyLevel level : ConsistencyLevel.values()) {
            if (level.name().equals(name)) {
                return of(level);
            }
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("\"" + text + "\" is neither a number from 1 nor one of "
                    + Arrays.toString(ConsistencyLevel.values()));
        }
        return of(Integer.parseInt(text));
    }

    /**
     * Whether some of the replicas of a key are enough.
     *
     * @param replicas how many there are in each datacentre
     * @param some how many of them answered, or are up
     * @param local the coordinator's datacentre
     */
    default boolean areEnough(int[] replicas, int[] some, int local) {
        return switch (this) {
            case Count(int count) -> total(some) >= count;
            case Level(ConsistencyLevel level) -> level.isPossible(replicas, some, local);
        };
    }

    /** Whether a hint that is kept for a replica counts, as an answer of it. */
    default boolean countsHints() {
        return this instanceof Level(ConsistencyLevel level) && level == ConsistencyLevel.ANY;
    }

    /** Whether only replicas in the coordinator's datacentre are of use. */
    default boolean isLocal() {
        return this instanceof Level(ConsistencyLevel level)
                && switch (level) {
                    case LOCAL_ONE, LOCAL_QUORUM, LOCAL_SERIAL -> true;
                    default -> false;
                };
    }

    /** Whether so many replicas, whichever they are, hold at least one that a write reached. */
    default boolean isMetBy(int some, int[] replicas, int local) {
        return some + count(this, replicas, local) > total(replicas) && !countsHints();
    }

    /** Whether a read and a write that wait for so many answers always meet at a replica. */
    static boolean overlap(Answers read, Answers write, int[] replicas, int local) {
        return Quorums.overlap(total(replicas), count(read, replicas, local), count(write, replicas, local));
    }

    private static int count(Answers answers, int[] replicas, int local) {
        return switch (answers) {
            case Count(int count) -> count;
            case Level(ConsistencyLevel level) -> level.blockFor(replicas, local);
        };
    }

    private static int total(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
