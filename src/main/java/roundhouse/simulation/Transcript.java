package roundhouse.simulation;

import java.util.ArrayList;
import java.util.List;
import roundhouse.kernel.Kernel;

/** What happened in a run, in plain words. */
final class Transcript {
    private final Kernel kernel;
    private final List<Frame.Notice> notices = new ArrayList<>();
    private List<Frame.Notice> shown = List.of();

    Transcript(Kernel kernel) {
        this.kernel = kernel;
    }

    void say(String text) {
        notices.add(new Frame.Notice(kernel.now(), text));
    }

    /** Says what may come many times in a row, as while a token is dragged, only the first time. */
    void sayOnce(String text) {
        if (notices.isEmpty() || !notices.getLast().text().equals(text)) {
            say(text);
        }
    }

    /** All notices, and what is still wrong with these nodes and what it cost so far: how a run that ends now ends. */
    List<Frame.Notice> closed(NodeComponent[] nodes) {
        List<Frame.Notice> closed = new ArrayList<>(all());
        long now = kernel.now();
        for (NodeComponent node : nodes) {
            long since = node.condition.since(now);
            String wrong = switch (node.condition.shown(now)) {
                case Frame.DOWN -> " is still down";
                case Frame.SLOW -> " is still slow";
                case Frame.PAUSED -> " is still paused";
                case Frame.FAULTY -> " still makes errors";
                default -> "";
            };
            if (!wrong.isEmpty() && since < now) {
                closed.add(new Frame.Notice(now, node.id + wrong + " after " + Words.time(now - since) + node.cost()));
            }
        }
        return List.copyOf(closed);
    }

    /** All notices; the same object as long as nothing was added. */
    List<Frame.Notice> all() {
        if (shown.size() != notices.size()) {
            shown = List.copyOf(notices);
        }
        return shown;
    }
}
