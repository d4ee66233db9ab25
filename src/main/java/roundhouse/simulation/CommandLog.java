package roundhouse.simulation;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Command;

/**
 * The commands given to a run, in order: with the topology it began with, all that it takes to have it again. None may be left out of
 * the middle, nor two be made one, for each has its place in the digest; so when there is no more room the log ends. What is done
 * later happens all the same, but the run can be had again only up to the end of its log: see {@link #goodUntilNanos}.
 */
public final class CommandLog {
    /** Room for a million and a half small commands, or for ten thousand revisions of a thousand nodes: some 128 MB. */
    static final long MOST_WORDS = 16_000_000;

    private static final int WORDS_EACH = 10;

    private final long mostWords;
    private final List<Run.Entry> entries = new ArrayList<>();
    private long words;
    private long given;

    /** @param mostWords how much there is room for, in words of eight bytes */
    CommandLog(long mostWords) {
        this.mostWords = mostWords;
    }

    /** A command is given. Returns whether the log has just ended, which it does once. */
    boolean add(Run.Entry entry) {
        given++;
        if (words >= mostWords) {
            return false;
        }
        entries.add(entry);
        words += wordsOf(entry);
        return words >= mostWords;
    }

    private static long wordsOf(Run.Entry entry) {
        return entry.command() instanceof Command.Revise(var topology)
                ? WORDS_EACH + topology.nodes().size() + topology.links().size()
                : WORDS_EACH;
    }

    /** How many commands were given, those after the end of the log included. */
    long given() {
        return given;
    }

    /** The commands in it. */
    List<Run.Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * Up to when replaying a log gives the run it is of, simulated nanoseconds: the time of its last command if it has no more room,
     * else for ever.
     */
    public static long goodUntilNanos(List<Run.Entry> log) {
        return goodUntilNanos(log, MOST_WORDS);
    }

    static long goodUntilNanos(List<Run.Entry> log, long mostWords) {
        long words = 0;
        for (Run.Entry entry : log) {
            words += wordsOf(entry);
        }
        return words < mostWords ? Long.MAX_VALUE : log.getLast().timeNanos();
    }
}
