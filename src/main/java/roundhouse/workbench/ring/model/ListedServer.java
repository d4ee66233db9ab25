package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;

/**
 * A server as the list has it: of the document, of the run, or of both.
 *
 * @param target as it is shown: as the run has it where it has it
 * @param shown whether it is on the ring that is shown
 * @param inDocument whether the document has it, so that it can be edited
 * @param note in what it is otherwise in the run than in the document, in a few words; empty where it is not
 * @param help the same in a sentence
 * @param out whether the run has taken it out of use by itself
 */
public record ListedServer(Target target, boolean shown, boolean inDocument, String note, String help, boolean out) {
    public String name() {
        return target.name();
    }

    /** All servers of either, those of the document first. */
    static List<ListedServer> of(RingState document, RingState shown, @Nullable RunPlacement run) {
        List<ListedServer> servers = new ArrayList<>();
        for (Target target : document.targets()) {
            Optional<Target> there = shown.target(target.name());
            servers.add(
                    there.isPresent()
                            ? inBoth(target, there.get(), run)
                            : new ListedServer(
                                    target,
                                    false,
                                    true,
                                    text("ring.server-gone"),
                                    text("ring.server-gone-says", target.name()),
                                    false));
        }
        for (Target target : shown.targets()) {
            if (document.indexOf(target.name()) == Placement.NONE) {
                String out = out(target, run);
                servers.add(new ListedServer(
                        target,
                        true,
                        false,
                        out.isEmpty() ? text("ring.server-of-run") : text("ring.server-of-run-out", out),
                        text("ring.server-of-run-says", target.name()),
                        !out.isEmpty()));
            }
        }
        return servers;
    }

    private static ListedServer inBoth(Target said, Target is, @Nullable RunPlacement run) {
        String out = out(is, run);
        if (!out.isEmpty()) {
            return new ListedServer(is, true, true, out, text("ring.server-out-says", is.name(), out), true);
        }
        if (run != null && said.weight() != is.weight()) {
            return new ListedServer(
                    is,
                    true,
                    true,
                    text("ring.server-weight", Integer.toString(said.weight())),
                    text(
                            "ring.server-weight-says",
                            is.name(),
                            Integer.toString(is.weight()),
                            Integer.toString(said.weight())),
                    false);
        }
        return new ListedServer(is, true, true, "", "", false);
    }

    private static String out(Target target, @Nullable RunPlacement run) {
        return run == null || !target.down() ? "" : run.out().getOrDefault(target.name(), "");
    }
}
