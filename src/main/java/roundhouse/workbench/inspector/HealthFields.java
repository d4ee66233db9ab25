package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Health.Active;
import roundhouse.topology.nodes.Health.Ejection;
import roundhouse.topology.nodes.Health.Passive;
import roundhouse.topology.nodes.Health;
import roundhouse.topology.settings.Range;
import roundhouse.topology.settings.Units.Parsed;
import roundhouse.workbench.inspector.Editor.Option;

/** How a load balancer finds out which targets may take requests. What is off takes one line. */
final class HealthFields {
    private static final List<Option> PROBES = List.of(
            new Option("off", "Off", "Asks nothing; a dead target keeps its share."),
            new Option("request", "By request", "Asks for an answer, which waits for a core like any other."),
            new Option("connect", "By connection", "Asks whether it accepts; what is lost later goes unseen."));

    private HealthFields() {}

    static List<Field<Health>> of(Health current) {
        List<Field<Health>> fields = new ArrayList<>();
        fields.add(Forms.choice(
                "checks",
                "Health checks",
                "What the balancer asks its targets at regular intervals.",
                PROBES,
                health -> health.active() == null ? "off" : word(health.active().probe()),
                (health, word) -> active(health, word.equals("off") ? null : ChecksFields.probing(health, word))));
        if (current.active() != null) {
            ChecksFields.all().forEach(field -> fields.add(field.in(HealthFields::active, HealthFields::active)));
        }
        fields.add(Forms.flag(
                "passive",
                "Passive checks",
                "Requests that fail take a target out for a while, as nginx counts them.",
                health -> health.passive() != null,
                (health, on) -> passive(health, on ? Passive.DEFAULT : null)));
        if (current.passive() != null) {
            passive().forEach(field -> fields.add(field.in(HealthFields::passive, HealthFields::passive)));
        }
        fields.add(Forms.flag(
                "ejection",
                "Ejection",
                "A target that stands out among the others is taken out for a while, by Envoy's rules.",
                health -> health.ejection() != null,
                (health, on) -> ejection(health, on ? Ejection.DEFAULT : null)));
        if (current.ejection() != null) {
            EjectionFields.all().forEach(field -> fields.add(field.in(HealthFields::ejection, HealthFields::ejection)));
        }
        if (!current.equals(Health.NONE)) {
            fields.addAll(whoeverJudges());
        }
        return fields;
    }

    private static List<Field<Passive>> passive() {
        return List.of(
                Forms.whole(
                        "passive.max-fails",
                        "Max. fails",
                        "Failures within the fail timeout that take a target out.",
                        Range.IN_A_ROW,
                        Passive::maxFails,
                        (passive, v) -> new Passive(v, passive.failTimeout())),
                Forms.duration(
                        "passive.fail-timeout",
                        "Fail timeout",
                        "How long it stays out, in whole seconds.",
                        Passive::failTimeout,
                        (passive, v) -> new Passive(passive.maxFails(), v)));
    }

    /** What to do about targets that are out or come back, whatever found that out. */
    private static List<Field<Health>> whoeverJudges() {
        return List.of(
                percent(
                        "panic",
                        "Panic below",
                        "With a smaller part of the targets available, health is disregarded and all are used, unless backups"
                                + " can bear the rest: they get a growing part of the load. 0 % for never.",
                        Health::panic,
                        (h, v) -> new Health(h.active(), h.passive(), h.ejection(), v, h.slowStart())),
                Forms.duration(
                        "slow-start",
                        "Slow start",
                        "How long a target that came up takes to get its whole weight back, in whole seconds; 0s for at once.",
                        Health::slowStart,
                        (h, v) -> new Health(h.active(), h.passive(), h.ejection(), h.panic(), v)));
    }

    /** A whole percentage of the targets. */
    static <T> Field<T> percent(
            String key,
            String label,
            String help,
            java.util.function.Function<T, Integer> get,
            java.util.function.BiFunction<T, Integer, T> with) {
        return Forms.field(
                key, label, help, new Editor.Text("50 %"), get, with, value -> value + " %", HealthFields::percent);
    }

    private static Parsed<Integer> percent(String text) {
        String digits =
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        return Field.map(Forms.number(digits, Range.PERCENT), Double::intValue);
    }

    static String word(Health.Probe probe) {
        return switch (probe) {
            case REQUEST -> "request";
            case CONNECT -> "connect";
        };
    }

    static Active active(Health health) {
        return health.active() == null ? Active.DEFAULT : health.active();
    }

    private static Health active(Health health, @Nullable Active active) {
        return judging(active, health.passive(), health.ejection(), health);
    }

    private static Passive passive(Health health) {
        return health.passive() == null ? Passive.DEFAULT : health.passive();
    }

    private static Health passive(Health health, @Nullable Passive passive) {
        return judging(health.active(), passive, health.ejection(), health);
    }

    private static Ejection ejection(Health health) {
        return health.ejection() == null ? Ejection.DEFAULT : health.ejection();
    }

    private static Health ejection(Health health, @Nullable Ejection ejection) {
        return judging(health.active(), health.passive(), ejection, health);
    }

    private static Health judging(
            @Nullable Active active, @Nullable Passive passive, @Nullable Ejection ejection, Health before) {
        int panic = before.panic();
        Duration slowStart = before.slowStart();
        return new Health(active, passive, ejection, panic, slowStart);
    }
}
