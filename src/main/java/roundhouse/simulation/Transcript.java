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

    /** All notices, and what is still wrong with these nodes and links and what it cost so far: how a run that ends now ends. */
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
                closed.add(new Frame.Notice(now, node.id + wrong + " after " + Words.time(now - since) + node.cost()));
            }
        }
        for (LinkComponent link : network.links()) {
            LinkFaults faults = link.faults();
            if (faults != null && faults.shown() != Frame.SOUND && faults.since() < now) {
                closed.add(new Frame.Notice(now, still(link, faults, now - faults.since())));
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
                + Words.time(time) + faults.cost();
    }

    /** All notices; the same object as long as nothing was added. */
    List<Frame.Notice> all() {
        if (shown.size() != notices.size()) {
            shown = List.copyOf(notices);
        }
        return shown;
    }
}
