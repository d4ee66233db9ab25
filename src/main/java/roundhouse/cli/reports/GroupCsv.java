package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import roundhouse.scaling.ScalingFinding;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.simulation.observing.history.GroupSeries;

/** What became of groups of servers, in columns of tables; none where there is no group. */
final class GroupCsv {
    private GroupCsv() {}

    static List<String> header(Map<String, GroupReport> groups) {
        List<String> header = new ArrayList<>();
        if (!groups.isEmpty()) {
            header.addAll(List.of(
                    "count",
                    "serving",
                    "draining",
                    "count_mean",
                    "count_least",
                    "count_most",
                    "server_seconds",
                    "grown",
                    "shrunk",
                    "reversals",
                    "cut_requests",
                    "lost_sessions"));
            for (ScalingFinding finding : ScalingFinding.values()) {
                header.add(finding.key().replace('-', '_'));
            }
        }
        return header;
    }

    static List<Object> cells(GroupReport group) {
        List<Object> cells = new ArrayList<>(List.of(
                group.wanted(),
                group.serving(),
                group.draining().size(),
                group.mean(),
                group.least(),
                group.most(),
                group.serverSeconds(),
                group.grown(),
                group.shrunk(),
                group.reversals()));
        cells.add(group.requestsCut());
        cells.add(group.sessionsLost());
        for (ScalingFinding finding : ScalingFinding.values()) {
            cells.add(group.found().getOrDefault(finding, 0));
        }
        return cells;
    }

    /** The columns of {@link #seriesCells}. */
    static List<String> seriesHeader(List<GroupSeries> groups) {
        return groups.stream()
                .flatMap(group -> List.of("count_" + group.id(), "serving_" + group.id()).stream())
                .toList();
    }

    /** How many servers each group had at the end of a span. */
    static List<Object> seriesCells(List<GroupSeries> groups, int span) {
        List<Object> cells = new ArrayList<>();
        for (GroupSeries group : groups) {
            cells.add(group.count()[span]);
            cells.add(group.serving()[span]);
        }
        return cells;
    }
}
