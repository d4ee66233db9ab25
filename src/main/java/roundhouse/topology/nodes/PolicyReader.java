package roundhouse.topology.nodes;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Range;

/** Reads what nodes do when something goes wrong, and what they remember. */
public final class PolicyReader {
    static final List<String> STICKY =
            Arrays.stream(Sticky.By.values()).map(Sticky.By::key).toList();
    static final List<String> WHEN_FULL = List.of("purge", "keep");
    static final List<String> OUTCOMES = Retries.ANY.stream().map(Outcome::key).toList();

    private PolicyReader() {}

    public static Sticky sticky(Fields fields, String key) {
        Json value = fields.get(key);
        if (!(value instanceof Json.Obj)) {
            return Sticky.of(by(fields.choice(key, "stickiness", STICKY)));
        }
        Fields its = fields.object(key, "stickiness");
        if (its == null) {
            return Sticky.OFF;
        }
        its.knowing("stickiness", "by", "header", "life", "size", "when-full");
        its.required("by", "stickiness", "\"address\"");
        return new Sticky(
                by(its.choice("by", "stickiness", STICKY)),
                its.text("header"),
                its.duration("life"),
                its.whole("size", Sticky.DEFAULT_SIZE, Range.STICKY_SIZE),
                "keep".equals(its.choice("when-full", "rule for a full table", WHEN_FULL))
                        ? Sticky.WhenFull.KEEP
                        : Sticky.WhenFull.PURGE);
    }

    private static Sticky.By by(@Nullable String word) {
        return Arrays.stream(Sticky.By.values())
                .filter(by -> by.key().equals(word))
                .findFirst()
                .orElse(Sticky.By.OFF);
    }

    public static FailoverPolicy passOn(Fields fields, String key) {
        Fields its = fields.object(key, "passing on");
        if (its == null) {
            return FailoverPolicy.NEVER;
        }
        its.knowing("passing on", "tries", "timeout");
        return new FailoverPolicy(its.whole("tries", 1, Range.ATTEMPTS), its.duration("timeout"));
    }

    public static VrrpSettings failover(Fields fields, String key) {
        Fields its = fields.object(key, "failover");
        if (its == null) {
            return VrrpSettings.DEFAULT;
        }
        its.knowing("failover", "priority", "preempt");
        return new VrrpSettings(
                its.whole("priority", VrrpSettings.DEFAULT.priority(), Range.PRIORITY),
                its.flag("preempt", VrrpSettings.DEFAULT.preempt()));
    }

    public static @Nullable Heartbeat heartbeat(Fields fields, String key) {
        if (fields.get(key) instanceof Json.Bool(int _, boolean on)) {
            return on ? Heartbeat.DEFAULT : null;
        }
        Fields its = fields.object(key, "a heartbeat");
        if (its == null) {
            return null;
        }
        its.knowing("a heartbeat", "interval", "misses");
        return new Heartbeat(
                its.duration("interval", Heartbeat.DEFAULT.interval()),
                its.whole("misses", Heartbeat.DEFAULT.misses(), Range.IN_A_ROW));
    }

    public static @Nullable ColdStart coldStart(Fields fields, String key) {
        Fields its = fields.object(key, "a cold start");
        if (its == null) {
            return null;
        }
        its.knowing("a cold start", "factor", "over");
        its.required("factor", "a cold start", "5");
        return new ColdStart(
                its.number("factor", 1, Range.COLDNESS), its.requiredDuration("over", "a cold start", "\"30s\""));
    }

    public static @Nullable SessionState state(Fields fields, String key) {
        if ("memory".equals(fields.get(key) instanceof Json.Text text ? text.value() : null)) {
            return SessionState.MEMORY;
        }
        Fields its = fields.object(key, "session state");
        if (its == null) {
            return null;
        }
        its.knowing("session state", "store", "life", "bytes");
        return new SessionState(
                its.text("store"),
                its.duration("life", SessionState.MEMORY.life()),
                its.whole("bytes", SessionState.MEMORY.bytes(), Range.BYTES));
    }

    public static @Nullable Hedge hedge(Fields fields, String key) {
        Fields its = fields.object(key, "hedging");
        if (its == null) {
            return null;
        }
        its.knowing("hedging", "after", "most");
        return new Hedge(its.requiredDuration("after", "hedging", "\"50ms\""), its.whole("most", 1, Range.HEDGES));
    }

    public static Retries retries(Fields fields, String key) {
        Fields its = fields.object(key, "a retry policy");
        if (its == null) {
            return Retries.NONE;
        }
        its.knowing("a retry policy", "attempts", "backoff", "max-backoff", "jitter", "on", "total", "budget")
                .required("attempts", "a retry policy", "3");
        return new Retries(
                its.whole("attempts", 1, Range.ATTEMPTS),
                its.duration("backoff", Retries.NONE.backoff()),
                its.duration("max-backoff", Retries.NONE.maxBackoff()),
                its.number("jitter", Retries.NONE.jitter(), Range.PART),
                its.has("on") ? outcomes(its) : Retries.ANY,
                its.duration("total"),
                budget(its.object("budget", "a retry budget")));
    }

    private static Set<Outcome> outcomes(Fields retries) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (String word : retries.choices("on", "outcome", OUTCOMES)) {
            Retries.ANY.stream().filter(outcome -> outcome.key().equals(word)).forEach(outcomes::add);
        }
        return outcomes;
    }

    private static Retries.@Nullable Budget budget(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        fields.knowing("a retry budget", "share", "floor");
        return new Retries.Budget(
                fields.number("share", Retries.Budget.DEFAULT.share(), Range.BUDGET),
                fields.rate("floor", Retries.Budget.DEFAULT.floor()));
    }
}
