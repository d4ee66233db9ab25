package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.naming.NamedFigure;
import roundhouse.naming.NamingFigure;
import roundhouse.simulation.observing.NamingReport;
import roundhouse.simulation.observing.Report.NodeReport;
import tools.jackson.databind.node.ObjectNode;

/** What became of lookups, for people, programs and tables. */
final class NamingTables {
    private static final double SECOND = 1e9;

    private NamingTables() {}

    /** A line for each name and each of its addresses; empty where there is no name. */
    static String text(Map<String, NodeReport> nodes) {
        List<String> lines = new ArrayList<>();
        nodes.forEach((id, node) -> {
            NamingReport naming = node.naming();
            if (naming != null) {
                lines.add(name(id, naming));
                naming.targets().keySet().forEach(target -> lines.add("  " + id + " → " + address(naming, target)));
            }
        });
        return lines.isEmpty() ? "" : "\nNames       " + String.join("\n            ", lines) + "\n";
    }

    private static String name(String id, NamingReport naming) {
        List<String> parts = new ArrayList<>();
        naming.figures().forEach((figure, value) -> {
            if (value > 0) {
                parts.add(figure.label().toLowerCase(Locale.ROOT) + " " + shown(figure.unit(), value));
            }
        });
        parts.add(
                naming.named().isEmpty() ? "names nobody now" : "names " + String.join(", ", naming.named()) + " now");
        return id + ": " + String.join(", ", parts);
    }

    private static String address(NamingReport naming, String target) {
        List<String> parts = new ArrayList<>();
        for (NamedFigure figure : NamedFigure.values()) {
            double value = naming.of(target, figure);
            if (value > 0 || figure == NamedFigure.ANSWERS || figure == NamedFigure.REQUESTS) {
                parts.add(shown(figure.unit(), value) + " " + figure.label());
            }
        }
        return target + ": " + String.join(", ", parts);
    }

    private static String shown(NamingFigure.Unit unit, double value) {
        return switch (unit) {
            case COUNT -> ReportFigures.count((long) value);
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case NANOS -> ReportFigures.time(value);
        };
    }

    static void json(ObjectNode to, NamingReport naming) {
        naming.figures().forEach((figure, value) -> put(to, figure.key(), figure.unit(), value));
        ObjectNode targets = to.putObject("targets");
        naming.targets().forEach((id, its) -> {
            ObjectNode target = targets.putObject(id);
            its.forEach((figure, value) -> put(target, figure.key(), figure.unit(), value));
        });
        var named = to.putArray("named");
        naming.named().forEach(named::add);
    }

    private static void put(ObjectNode to, String key, NamingFigure.Unit unit, double value) {
        if (Double.isNaN(value)) {
            to.putNull(key);
        } else if (unit == NamingFigure.Unit.COUNT) {
            to.put(key, (long) value);
        } else {
            to.put(key, unit == NamingFigure.Unit.NANOS ? value / SECOND : value);
        }
    }

    /** The addresses of any of these nodes; empty where none answers for a name. */
    static Set<String> targets(Collection<NodeReport> nodes) {
        Set<String> targets = new LinkedHashSet<>();
        for (NodeReport node : nodes) {
            if (node.naming() != null) {
                targets.addAll(node.naming().targets().keySet());
            }
        }
        return targets;
    }

    /** The names of a table's columns about these addresses. */
    static List<Object> header(Set<String> targets) {
        List<Object> header = new ArrayList<>();
        if (targets.isEmpty()) {
            return header;
        }
        for (NamingFigure figure : NamingFigure.values()) {
            header.add("name_" + figure.key().replace('-', '_'));
        }
        for (String target : targets) {
            for (NamedFigure figure : NamedFigure.values()) {
                header.add("name_" + target + "_" + figure.key().replace('-', '_'));
            }
        }
        return header;
    }

    /** Left empty where the node answers for no name, or not with that address. */
    static List<Object> cells(@Nullable NamingReport naming, Set<String> targets) {
        List<Object> cells = new ArrayList<>();
        if (targets.isEmpty()) {
            return cells;
        }
        for (NamingFigure figure : NamingFigure.values()) {
            cells.add(naming == null ? "" : cell(figure.unit(), naming.of(figure)));
        }
        for (String target : targets) {
            for (NamedFigure figure : NamedFigure.values()) {
                cells.add(naming == null ? "" : cell(figure.unit(), naming.of(target, figure)));
            }
        }
        return cells;
    }

    private static Object cell(NamingFigure.Unit unit, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return switch (unit) {
            case COUNT -> (Object) (long) value;
            case SHARE -> value;
            case NANOS -> value / SECOND;
        };
    }
}
