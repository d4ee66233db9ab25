package roundhouse.topology.nodes;

import java.util.Locale;
import roundhouse.routing.Outcome;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.settings.Units;

/** Writes what nodes do when something goes wrong, and what they remember; the mirror of {@link PolicyReader}. */
public final class PolicyWriter {
    private PolicyWriter() {}

    public static Json sticky(Sticky sticky) {
        if (sticky.isPlain()) {
            return JsonBuilder.text(sticky.by().key());
        }
        return new JsonBuilder()
                .put("by", sticky.by().key())
                .optional("header", sticky.header())
                .optional("life", sticky.life())
                .unless(Sticky.DEFAULT_SIZE, "size", sticky.size())
                .unless(
                        Sticky.WhenFull.PURGE,
                        "when-full",
                        sticky.whenFull(),
                        JsonBuilder.text(sticky.whenFull().name().toLowerCase(Locale.ROOT)))
                .build();
    }

    public static Json passOn(FailoverPolicy passOn) {
        return new JsonBuilder()
                .unless(1, "tries", passOn.tries())
                .optional("timeout", passOn.timeout())
                .build();
    }

    public static Json failover(VrrpSettings failover) {
        return new JsonBuilder()
                .unless(VrrpSettings.DEFAULT.priority(), "priority", failover.priority())
                .flag("preempt", failover.preempt(), VrrpSettings.DEFAULT.preempt())
                .build();
    }

    public static Json heartbeat(Heartbeat heartbeat) {
        return heartbeat.equals(Heartbeat.DEFAULT)
                ? new Json.Bool(0, true)
                : new JsonBuilder()
                        .unless(Heartbeat.DEFAULT.interval(), "interval", heartbeat.interval())
                        .unless(Heartbeat.DEFAULT.misses(), "misses", heartbeat.misses())
                        .build();
    }

    public static Json coldStart(ColdStart coldStart) {
        return new JsonBuilder()
                .put("factor", coldStart.factor())
                .put("over", coldStart.over())
                .build();
    }

    public static Json state(SessionState state) {
        return state.equals(SessionState.MEMORY)
                ? JsonBuilder.text("memory")
                : new JsonBuilder()
                        .optional("store", state.store())
                        .unless(SessionState.MEMORY.life(), "life", state.life())
                        .unless(SessionState.MEMORY.bytes(), "bytes", state.bytes())
                        .build();
    }

    public static Json hedge(Hedge hedge) {
        return new JsonBuilder()
                .put("after", hedge.after())
                .unless(1, "most", hedge.most())
                .build();
    }

    public static Json retries(Retries retries) {
        JsonBuilder json = new JsonBuilder()
                .put("attempts", retries.attempts())
                .unless(Retries.NONE.backoff(), "backoff", retries.backoff())
                .unless(Retries.NONE.maxBackoff(), "max-backoff", retries.maxBackoff())
                .unless(Retries.NONE.jitter(), "jitter", retries.jitter())
                .unless(
                        Retries.ANY,
                        "on",
                        retries.on(),
                        JsonBuilder.array(retries.on().stream()
                                .map(Outcome::key)
                                .map(JsonBuilder::text)
                                .toList()))
                .optional("total", retries.total());
        if (retries.budget() != null) {
            Retries.Budget usual = Retries.Budget.DEFAULT;
            json.put(
                    "budget",
                    new JsonBuilder()
                            .unless(usual.share(), "share", retries.budget().share())
                            .unless(
                                    usual.floor(),
                                    "floor",
                                    retries.budget().floor(),
                                    JsonBuilder.text(
                                            Units.formatRate(retries.budget().floor())))
                            .build());
        }
        return json.build();
    }
}
