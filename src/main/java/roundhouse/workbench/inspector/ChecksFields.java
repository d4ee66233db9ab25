package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Health.Active;
import roundhouse.topology.nodes.Health;
import roundhouse.topology.settings.Range;

/** How a load balancer's own checks go, as HAProxy counts them. */
final class ChecksFields {
    private ChecksFields() {}

    static List<Field<Active>> all() {
        return List.of(
                Forms.duration(
                        "checks.interval",
                        "Check interval",
                        "From one check of a target to the next.",
                        Active::interval,
                        Draft.with((d, v) -> d.interval = v)),
                Forms.duration(
                        "checks.timeout",
                        "Check timeout",
                        "A check without an answer by then has failed.",
                        Active::timeout,
                        Draft.with((d, v) -> d.timeout = v)),
                Forms.whole(
                        "checks.fall",
                        "Fall",
                        "Failures in a row that take a target out.",
                        Range.IN_A_ROW,
                        Active::fall,
                        Draft.with((d, v) -> d.fall = v)),
                Forms.whole(
                        "checks.rise",
                        "Rise",
                        "Successes in a row that bring it back.",
                        Range.IN_A_ROW,
                        Active::rise,
                        Draft.with((d, v) -> d.rise = v)),
                Forms.optionalDuration(
                        "as interval",
                        "checks.fast-interval",
                        "Fast interval",
                        "The interval from the first sign of a change until it is certain.",
                        Active::fastInterval,
                        Draft.with((d, v) -> d.fastInterval = v)),
                Forms.optionalDuration(
                        "as interval",
                        "checks.down-interval",
                        "Down interval",
                        "The interval while a target is out.",
                        Active::downInterval,
                        Draft.with((d, v) -> d.downInterval = v)));
    }

    /** Checks of that kind, otherwise as they were. */
    static Active probing(Health before, String word) {
        Health.Probe probe = word.equals("connect") ? Health.Probe.CONNECT : Health.Probe.REQUEST;
        return Draft.<Health.Probe>with((d, v) -> d.probe = v).apply(HealthFields.active(before), probe);
    }

    /** Checks while one of their parts is changed. */
    private static final class Draft {
        Health.Probe probe;
        Duration interval;
        Duration timeout;
        int fall;
        int rise;

        @Nullable
        Duration fastInterval;

        @Nullable
        Duration downInterval;

        private Draft(Active active) {
            probe = active.probe();
            interval = active.interval();
            timeout = active.timeout();
            fall = active.fall();
            rise = active.rise();
            fastInterval = active.fastInterval();
            downInterval = active.downInterval();
        }

        static <V extends @Nullable Object> BiFunction<Active, V, Active> with(BiConsumer<Draft, V> set) {
            return (active, value) -> {
                Draft draft = new Draft(active);
                set.accept(draft, value);
                return draft.build();
            };
        }

        private Active build() {
            return new Active(probe, interval, timeout, fall, rise, fastInterval, downInterval);
        }
    }
}
