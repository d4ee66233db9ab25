package roundhouse.simulation;

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
final class Transcript {
    /** How many lines of the beginning are kept, and how many of the newest. */
    static final int FIRST = 1_000;

    static final int NEWEST = 2_000;

    private final Kernel kernel;
    private final List<Frame.Notice> first = new ArrayList<>();
    private final Deque<Frame.Notice> newest = new ArrayDeque<>();
    private Frame.@Nullable Notice last;
    /** Lines that were left out, and the time of the first of them. */
    private long leftOut;

    private long leftOutFrom;
    private List<Frame.Notice> shown = List.of();
    private boolean changed;

    Transcript(Kernel kernel) {
        this.kernel = kernel;
    }

    void say(String text) {
        Frame.Notice notice = new Frame.Notice(kernel.now(), text);
        last = notice;
        changed = true;
        if (first.size() < FIRST) {
            first.add(notice);
            return;
        }
        newest.add(notice);
        if (newest.size() > NEWEST) {
            long time = newest.remove().time();
            leftOutFrom = leftOut == 0 ? time : leftOutFrom;
            leftOut++;
        }
    }

    /** Says what may come many times in a row, as while a token is dragged, only the first time. */
    void sayOnce(String text) {
        if (last == null || !last.text().equals(text)) {
            say(text);
        }
    }

    /** All notices, and what is still wrong with these nodes, links and pairs and what it cost so far: how a run that ends now ends. */
    List<Frame.Notice> closed(Network network) {
        List<Frame.Notice> closed = new ArrayList<>(all());
        long now = kernel.now();
        for (NodeComponent node : network.nodes()) {
            long since = node.condition.since(now);
            String wrong = switch (node.condition.shown(now)) {
                case Frame.DOWN -> " is still down";
                case Frame.SLOW -> " is still slow";
                case Frame.PAUSED -> " is still paused";
                case Frame.FAULTY -> " still makes errors";
                default -> "";
            };
            if (!wrong.isEmpty() && since < now) {
                closed.add(new Frame.Notice(
                        now, node.id + wrong + " after " + TranscriptWords.time(now - since) + node.cost()));
            }
        }
        for (LinkComponent link : network.links()) {
            LinkFaults faults = link.faults();
            if (faults != null && faults.shown() != Frame.SOUND && faults.since() < now) {
                closed.add(new Frame.Notice(now, still(link, faults, now - faults.since())));
            }
        }
        for (VrrpPair pair : network.pairs()) {
            String still = pair.still();
            if (!still.isEmpty()) {
                closed.add(new Frame.Notice(now, still));
            }
        }
        return List.copyOf(closed);
    }

    private static String still(LinkComponent link, LinkFaults faults, long time) {
        String wrong = switch (faults.shown()) {
            case Frame.DELAYED -> "delayed";
            case Frame.LOSSY -> "lossy";
            default -> "cut";
        };
        return "link " + link.link().from() + " → " + link.link().to() + " is still " + wrong + " after "
                + TranscriptWords.time(time) + faults.cost();
    }

    /** What is kept of all notices; the same object as long as nothing was added. */
    List<Frame.Notice> all() {
        if (changed) {
            changed = false;
            List<Frame.Notice> all = new ArrayList<>(first);
            if (leftOut > 0) {
                all.add(new Frame.Notice(leftOutFrom, "… and " + more(leftOut)));
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
