package roundhouse.workbench.inspector.figures;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.workbench.FigureText;

/** What the inspector shows of a group of servers while it runs. */
final class GroupLiveFigures {
    private GroupLiveFigures() {}

    private static @Nullable GroupReport group(Frame frame, int node) {
        return frame.groups.get(frame.topology.nodes().get(node).id());
    }

    /** By label; empty for what is no group. */
    static Map<String, String> of(Frame frame, int node) {
        Map<String, String> figures = new LinkedHashMap<>();
        GroupReport group = group(frame, node);
        if (group == null) {
            return figures;
        }
        figures.put(
                "Servers",
                group.wanted() + ", " + group.serving() + " serving, "
                        + group.starting().size() + " starting, "
                        + group.draining().size() + " draining");
        figures.put(
                "Servers so far",
                group.least() + " to " + group.most() + ", " + String.format(Locale.ROOT, "%.1f", group.mean())
                        + " on average");
        figures.put(
                "Size changed",
                "up " + group.grown() + ", down " + group.shrunk() + ", turned round " + group.reversals());
        if (group.requestsCut() + group.sessionsLost() > 0) {
            figures.put(
                    "Cost of shrinking",
                    FigureText.count(group.requestsCut()) + " requests cut, " + FigureText.count(group.sessionsLost())
                            + " sessions lost");
        }
        group.found()
                .forEach((finding, times) -> figures.put(
                        Character.toUpperCase(finding.key().charAt(0))
                                + finding.key().substring(1).replace('-', ' '),
                        "×" + times));
        return figures;
    }

    /** {@code starting, } or {@code draining, }; empty for one that serves. */
    static String state(Frame frame, int node, String member) {
        GroupReport group = group(frame, node);
        return group == null
                ? ""
                : group.starting().contains(member)
                        ? "starting, "
                        : group.draining().contains(member) ? "draining, " : "";
    }
}
