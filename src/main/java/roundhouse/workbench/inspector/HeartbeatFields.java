package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Defaults;
import roundhouse.topology.nodes.Heartbeat;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LinkDraft;
import roundhouse.topology.settings.Range;

/** What makes a link between two load balancers their heartbeat. */
final class HeartbeatFields {
    private HeartbeatFields() {}

    static List<Field<Link>> of(@Nullable Heartbeat current) {
        List<Field<Link>> fields = new ArrayList<>();
        fields.add(Forms.flag(
                "heartbeat",
                "Heartbeat",
                "The two balancers share an address: the active one says over this link that it lives, and the standby takes over when it hears nothing. Such a link carries no requests.",
                Link::isHeartbeat,
                (l, on) -> l.with(d -> turn(d, on))));
        if (current != null) {
            fields.add(Forms.duration(
                    "heartbeat.interval",
                    "Interval",
                    "From one heartbeat to the next.",
                    link -> its(link).interval(),
                    (l, v) -> l.with(
                            d -> d.heartbeat = new Heartbeat(v, its(d.heartbeat).misses()))));
            fields.add(Forms.whole(
                    "heartbeat.misses",
                    "Misses",
                    "Heartbeats missed until the standby takes over, apart from a skew by priority.",
                    Range.IN_A_ROW,
                    link -> its(link).misses(),
                    (l, v) -> l.with(
                            d -> d.heartbeat = new Heartbeat(its(d.heartbeat).interval(), v))));
        }
        return fields;
    }

    /** A heartbeat carries no requests, so what a target has goes. */
    private static void turn(LinkDraft draft, boolean on) {
        draft.heartbeat = on ? Heartbeat.DEFAULT : null;
        if (on) {
            draft.weight = 1;
            draft.backup = false;
            draft.down = false;
            draft.limit = Defaults.UNLIMITED;
            draft.pool = Link.DEFAULT_POOL;
        }
    }

    private static Heartbeat its(Link link) {
        return its(link.heartbeat());
    }

    private static Heartbeat its(@Nullable Heartbeat heartbeat) {
        return heartbeat == null ? Heartbeat.DEFAULT : heartbeat;
    }
}
