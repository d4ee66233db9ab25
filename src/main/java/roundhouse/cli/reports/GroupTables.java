package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import roundhouse.simulation.observing.groups.GroupReport;
import tools.jackson.databind.node.ObjectNode;

/** What became of groups of servers, for people and programs. */
final class GroupTables {
    private GroupTables() {}

    /** A line for each group; empty where there is none. */
    static String text(Map<String, GroupReport> groups) {
        List<String> lines = new ArrayList<>();
        groups.forEach((id, group) -> lines.add(line(id, group)));
        return lines.isEmpty() ? "" : "\nGroups      " + String.join("\n            ", lines) + "\n";
    }

    private static String line(String id, GroupReport group) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d servers, %d to %d, %.2f on average, %s server-hours; grown %d, shrunk %d, turned round %d",
                id,
                group.wanted(),
                group.least(),
                group.most(),
                group.mean(),
                String.format(Locale.ROOT, "%.2f", group.serverSeconds() / 3_600),
                group.grown(),
                group.shrunk(),
                group.reversals()));
        if (group.requestsCut() + group.sessionsLost() > 0) {
            line.append("; ").append(ReportFigures.count(group.requestsCut())).append(" requests cut, ");
            line.append(ReportFigures.count(group.sessionsLost())).append(" sessions lost");
        }
        group.found()
                .forEach((finding, times) ->
                        line.append("; ").append(finding.key()).append(" ×").append(times));
        return line.toString();
    }

    static void json(ObjectNode to, Map<String, GroupReport> groups) {
        groups.forEach((id, group) -> {
            ObjectNode its = to.putObject(id)
                    .put("count", group.wanted())
                    .put("serving", group.serving())
                    .put("draining", group.draining().size())
                    .put("mean", group.mean())
                    .put("least", group.least())
                    .put("most", group.most())
                    .put("server-seconds", group.serverSeconds())
                    .put("grown", group.grown())
                    .put("shrunk", group.shrunk())
                    .put("reversals", group.reversals())
                    .put("cut-requests", group.requestsCut())
                    .put("lost-sessions", group.sessionsLost());
            ObjectNode findings = its.putObject("findings");
            group.found().forEach((finding, times) -> findings.put(finding.key(), times));
        });
    }
}
