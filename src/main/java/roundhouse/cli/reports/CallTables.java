package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.CallReport;
import roundhouse.simulation.observing.Report.NodeReport;
import roundhouse.topology.NodeTitles;

/** The calls between servers, as reports for people and as tables have them. */
final class CallTables {
    private static final CallReport.Figures NONE = new CallReport.Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private CallTables() {}

    /** The figures of the calls to one node, by their names in files. */
    static Map<String, Long> figures(CallReport.Figures calls) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("started", calls.started());
        figures.put("ok", calls.ok());
        figures.put("failed", calls.failed());
        figures.put("timed-out", calls.timedOut());
        figures.put("given-up", calls.givenUp());
        figures.put("sent", calls.sent());
        figures.put("retried", calls.retried());
        figures.put("hedged", calls.hedged());
        figures.put("turned-away", calls.turnedAway());
        figures.put("wasted", calls.wasted());
        figures.put("breaker-opened", calls.opened());
        return figures;
    }

    /** A row for each server and whom it called, and what waited for that; empty when nobody calls anybody. */
    static String text(Map<String, NodeReport> nodes, NodeTitles titles) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            "Calls",
            "started",
            "ok",
            "failed",
            "timed out",
            "given up",
            "sent",
            "retried",
            "hedged",
            "turned away",
            "wasted"
        });
        List<String> waiting = new ArrayList<>();
        nodes.forEach((id, node) -> {
            CallReport calls = node.calls();
            if (calls != null) {
                calls.targets().forEach((to, its) -> rows.add(row(id + " → " + titles.of(to), its)));
                if (!Double.isNaN(calls.waiting().mean())) {
                    waiting.add(String.format(
                            Locale.ROOT,
                            "%s: %.2f requests wait for calls on average, %,d at most\n",
                            id,
                            calls.waiting().mean(),
                            calls.waiting().max()));
                }
            }
        });
        return rows.size() == 1 ? "" : TextTable.of(rows, 1, 2) + String.join("", waiting);
    }

    private static String[] row(String name, CallReport.Figures its) {
        List<String> cells = new ArrayList<>(List.of(name));
        figures(its).forEach((figure, count) -> {
            if (!figure.equals("breaker-opened")) {
                cells.add(ReportFigures.count(count));
            }
        });
        return cells.toArray(new String[0]);
    }

    /** Whom any of these nodes called. */
    static Set<String> targets(Collection<NodeReport> nodes) {
        Set<String> targets = new LinkedHashSet<>();
        for (NodeReport node : nodes) {
            if (node.calls() != null) {
                targets.addAll(node.calls().targets().keySet());
            }
        }
        return targets;
    }

    /** The names of a table's columns about these targets. */
    static List<Object> header(Set<String> targets) {
        List<Object> header = new ArrayList<>();
        if (!targets.isEmpty()) {
            header.addAll(List.of("in_calls_mean", "in_calls_max"));
        }
        for (String target : targets) {
            figures(NONE).keySet().forEach(figure -> header.add("calls_" + target + "_" + figure.replace('-', '_')));
        }
        return header;
    }

    /** Left empty where the node did not call that target. */
    static List<Object> cells(@Nullable CallReport calls, Set<String> targets) {
        List<Object> cells = new ArrayList<>();
        if (calls == null || Double.isNaN(calls.waiting().mean())) {
            cells.addAll(Collections.nCopies(targets.isEmpty() ? 0 : 2, ""));
        } else {
            cells.addAll(List.of(calls.waiting().mean(), calls.waiting().max()));
        }
        for (String target : targets) {
            CallReport.Figures its = calls == null ? null : calls.targets().get(target);
            figures(NONE)
                    .keySet()
                    .forEach(figure -> cells.add(its == null ? "" : figures(its).getOrDefault(figure, 0L)));
        }
        return cells;
    }
}
