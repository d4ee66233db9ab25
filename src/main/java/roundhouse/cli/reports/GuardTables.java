package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.LimitFigure;
import roundhouse.simulation.guarding.GuardReport;
import roundhouse.simulation.observing.Report.NodeReport;
import tools.jackson.databind.node.ObjectNode;

/** What limits did with requests, for people, programs and tables. */
final class GuardTables {
    private GuardTables() {}

    /** A line for each node with limits and each of these; empty where there is none. */
    static String text(Map<String, NodeReport> nodes) {
        List<String> lines = new ArrayList<>();
        nodes.forEach((id, node) -> {
            GuardReport guard = node.guard();
            if (guard != null) {
                lines.add(id + ": " + line(guard.all(), guard.attacked()));
                guard.limits().forEach((title, its) -> lines.add("  " + title + ": " + line(its, guard.attacked())));
            }
        });
        return lines.isEmpty() ? "" : "\nSecurity    " + String.join("\n            ", lines) + "\n";
    }

    private static String line(Map<LimitFigure, Long> its, boolean attacked) {
        List<String> parts = new ArrayList<>();
        its.forEach((figure, count) -> {
            boolean shown = figure == LimitFigure.ASKED
                    || figure == LimitFigure.TURNED_AWAY
                    || (figure.tellsAttacks() ? attacked : count > 0);
            if (shown) {
                parts.add(figure.label().toLowerCase(Locale.ROOT) + " " + ReportFigures.count(count));
            }
        });
        return String.join(", ", parts);
    }

    static void json(ObjectNode to, GuardReport guard) {
        figures(to, guard.all());
        ObjectNode limits = to.putObject("limits");
        guard.limits().forEach((title, its) -> figures(limits.putObject(title), its));
    }

    private static void figures(ObjectNode to, Map<LimitFigure, Long> its) {
        its.forEach((figure, count) -> to.put(figure.key(), count));
    }

    /** The names of a table's columns about limits; none where no node has any. */
    static List<Object> header(Collection<NodeReport> nodes) {
        List<Object> header = new ArrayList<>();
        if (nodes.stream().anyMatch(node -> node.guard() != null)) {
            for (LimitFigure figure : LimitFigure.values()) {
                header.add(figure.key().replace('-', '_'));
            }
        }
        return header;
    }

    /**
     * Left empty where the node has no limits.
     *
     * @param columns how many there are
     */
    static List<Object> cells(@Nullable GuardReport guard, int columns) {
        return columns == 0 || guard == null
                ? Collections.nCopies(columns, "")
                : new ArrayList<>(guard.all().values());
    }
}
