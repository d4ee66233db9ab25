package roundhouse.simulation.transcript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Kernel;

/**
 * What happened in a run, in plain words. Of very many lines, as of days of flapping, the first and the newest are kept, with a line
 * between that says how many were left out there.
 */
public final class Transcript {
    /** How many lines of the beginning are kept, and how many of the newest. */
    static final int FIRST = 1_000;

    static final int NEWEST = 2_000;

    private final Kernel kernel;
    private final List<TranscriptLine> first = new ArrayList<>();
    private final Deque<TranscriptLine> newest = new ArrayDeque<>();
    private @Nullable TranscriptLine last;
    /** Lines that were left out, and the time of the first of them. */
    private long leftOut;

    private long leftOutFromNanos;
    private List<TranscriptLine> shown = List.of();
    private boolean changed;

    public Transcript(Kernel kernel) {
        this.kernel = kernel;
    }

    public void say(String text) {
        TranscriptLine notice = new TranscriptLine(kernel.nowNanos(), text);
        last = notice;
        changed = true;
        if (first.size() < FIRST) {
            first.add(notice);
            return;
        }
        newest.add(notice);
        if (newest.size() > NEWEST) {
            long timeNanos = newest.remove().timeNanos();
            leftOutFromNanos = leftOut == 0 ? timeNanos : leftOutFromNanos;
            leftOut++;
        }
    }

    /** Says what may come many times in a row, as while a token is dragged, only the first time. */
    public void sayOnce(String text) {
        if (last == null || !last.text().equals(text)) {
            say(text);
        }
    }

    /** What is kept of all notices; the same object as long as nothing was added. */
    public List<TranscriptLine> all() {
        if (changed) {
            changed = false;
            List<TranscriptLine> all = new ArrayList<>(first);
            if (leftOut > 0) {
                all.add(new TranscriptLine(leftOutFromNanos, "… and " + more(leftOut)));
            }
            all.addAll(newest);
            shown = List.copyOf(all);
        }
        return shown;
    }

    private static String more(long lines) {
        return String.format(Locale.ROOT, "%,d %s more", lines, lines == 1 ? "line" : "lines");
    }
}
