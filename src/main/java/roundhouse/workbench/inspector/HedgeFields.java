package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Hedge;
import roundhouse.topology.settings.Range;

/** When clients send a second try beside the first. */
final class HedgeFields {
    /** What turning it on begins with. */
    private static final Hedge USUAL = new Hedge(Duration.ofMillis(50), 1);

    private HedgeFields() {}

    static List<Field<Clients>> of(@Nullable Hedge current) {
        List<Field<Clients>> fields = new ArrayList<>();
        fields.add(Forms.flag(
                "hedge",
                "Hedging",
                "A request without a reply is sent once more, and whichever reply is first counts.",
                clients -> clients.hedge() != null,
                (c, on) -> c.with(d -> d.hedge = on ? USUAL : null)));
        if (current != null) {
            fields.add(Forms.duration(
                    "hedge.after",
                    "Hedge after",
                    "How long a try may take until the next is sent; near the p95 is usual.",
                    clients -> its(clients.hedge()).after(),
                    (c, v) -> c.with(d -> d.hedge = new Hedge(v, its(d.hedge).most()))));
            fields.add(Forms.whole(
                    "hedge.most",
                    "Most hedges",
                    "Further tries of a request, each so long after the last.",
                    Range.HEDGES,
                    clients -> its(clients.hedge()).most(),
                    (c, v) -> c.with(d -> d.hedge = new Hedge(its(d.hedge).after(), v))));
        }
        return fields;
    }

    private static Hedge its(@Nullable Hedge hedge) {
        return hedge == null ? USUAL : hedge;
    }
}
