package roundhouse.topology.nodes;

import java.util.List;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Range;

/** Checks what one link says of itself. */
public final class LinkChecks {
    private LinkChecks() {}

    public static void check(Link link, String pointer, Problems problems) {
        Checks checks = new Checks(pointer, name(link), problems);
        checks.distribution("latency", link.latency());
        checks.number("weight", link.weight(), Range.WEIGHT);
        checks.count("limit", link.limit(), Range.CONNECTIONS);
        checks.name("pool", link.pool());
        if (link.heartbeat() != null) {
            PolicyChecks.heartbeat(link.heartbeat(), checks.in("heartbeat"));
            Link bare = Link.of(link.from(), link.to(), link.latency());
            if (!link.equals(bare.with(same -> same.heartbeat = link.heartbeat()))) {
                checks.wrong(
                        "heartbeat",
                        "a heartbeat carries no requests, so it has no weight, backup, down, limit or pool");
            }
        }
    }

    public static String name(Link link) {
        return "the link from " + Json.quoted(link.from()) + " to " + Json.quoted(link.to());
    }

    public static String cycle(List<String> cycle) {
        List<String> shown = cycle.size() <= 12 ? cycle : cycle.subList(0, 12);
        return "load balancers send requests in a circle: " + String.join(" → ", shown)
                + (cycle.size() <= 12 ? "" : " → … → " + cycle.getFirst()) + "; a request would never arrive";
    }
}
