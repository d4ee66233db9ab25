package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.workbench.FigureText;

/** What the inspector shows of a group of servers while it runs. */
final class GroupLiveFigures {
    static final String SERVERS = text("inspector.group-servers");
    static final String SO_FAR = text("inspector.group-so-far");
    static final String CHANGED = text("inspector.group-changed");
    static final String SHRINKING = text("inspector.group-shrinking");

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
                SERVERS,
                text(
                        "inspector.group-servers-now",
                        group.wanted(),
                        group.serving(),
                        group.starting().size(),
                        group.draining().size()));
        figures.put(
                SO_FAR,
                text(
                        "inspector.group-servers-so-far",
                        group.least(),
                        group.most(),
                        String.format(Locale.ROOT, "%.1f", group.mean())));
        figures.put(CHANGED, text("inspector.group-changes", group.grown(), group.shrunk(), group.reversals()));
        if (group.requestsCut() + group.sessionsLost() > 0) {
            figures.put(
                    SHRINKING,
                    text(
                            "inspector.group-lost",
                            FigureText.count(group.requestsCut()),
                            FigureText.count(group.sessionsLost())));
        }
        group.found()
                .forEach((finding, times) -> figures.put(
                        Character.toUpperCase(finding.key().charAt(0))
                                + finding.key().substring(1).replace('-', ' '),
                        "×" + times));
        return figures;
    }

    /** What is told of a member, after whether it is starting or draining. */
    static String state(Frame frame, int node, String member, String told) {
        GroupReport group = group(frame, node);
        return group == null
                ? told
                : group.starting().contains(member)
                        ? text("inspector.member-starting", told)
                        : group.draining().contains(member) ? text("inspector.member-draining", told) : told;
    }
}
