package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.ColdStart;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.settings.Range;

/** How a server comes up after it was down. */
final class ColdStartFields {
    /** What turning it on begins with. */
    private static final ColdStart USUAL = new ColdStart(5, Duration.ofSeconds(30));

    private ColdStartFields() {}

    static List<Field<Server>> of(@Nullable ColdStart current) {
        List<Field<Server>> fields = new ArrayList<>();
        fields.add(Forms.flag(
                "cold-start",
                "Cold start",
                "A server that was down comes up slower than it is, because its caches are empty.",
                server -> server.coldStart() != null,
                (s, on) -> s.with(d -> d.coldStart = on ? USUAL : null)));
        if (current != null) {
            fields.add(Forms.number(
                    "cold-start.factor",
                    "Times slower",
                    "How many times as long a request takes at first.",
                    Range.COLDNESS,
                    server -> its(server.coldStart()).factor(),
                    (s, v) -> s.with(
                            d -> d.coldStart = new ColdStart(v, its(d.coldStart).over()))));
            fields.add(Forms.duration(
                    "cold-start.over",
                    "Warm after",
                    "How long it takes to come back to its own speed, in a straight line.",
                    server -> its(server.coldStart()).over(),
                    (s, v) -> s.with(
                            d -> d.coldStart = new ColdStart(its(d.coldStart).factor(), v))));
        }
        return fields;
    }

    private static ColdStart its(@Nullable ColdStart coldStart) {
        return coldStart == null ? USUAL : coldStart;
    }
}
