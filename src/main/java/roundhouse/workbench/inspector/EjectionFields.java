package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import roundhouse.topology.nodes.Health.Ejection;
import roundhouse.topology.settings.Range;

/** When a target that stands out is taken out, by Envoy's rules. */
final class EjectionFields {
    private EjectionFields() {}

    static List<Field<Ejection>> all() {
        return List.of(
                Forms.whole(
                        "ejection.consecutive",
                        "Consecutive",
                        "Failures in a row that eject a target.",
                        Range.IN_A_ROW,
                        Ejection::consecutive,
                        Draft.with((d, v) -> d.consecutive = v)),
                Forms.duration(
                        "ejection.interval",
                        "Sweep interval",
                        "How often success rates are compared and ejections end.",
                        Ejection::interval,
                        Draft.with((d, v) -> d.interval = v)),
                Forms.duration(
                        "ejection.base",
                        "Base ejection",
                        "How long the first ejection lasts; the n-th lasts n times as long.",
                        Ejection::base,
                        Draft.with((d, v) -> d.base = v)),
                Forms.duration(
                        "ejection.max",
                        "Max. ejection",
                        "No ejection is longer.",
                        Ejection::max,
                        Draft.with((d, v) -> d.max = v)),
                HealthFields.percent(
                        "ejection.max-percent",
                        "Max. ejected",
                        "No more than this part of the targets is ejected, but always one.",
                        Ejection::maxPercent,
                        Draft.with((d, v) -> d.maxPercent = v)),
                Forms.whole(
                        "ejection.min-hosts",
                        "Min. targets",
                        "Targets with enough requests that a comparison of success rates needs.",
                        Range.IN_A_ROW,
                        Ejection::minHosts,
                        Draft.with((d, v) -> d.minHosts = v)),
                Forms.whole(
                        "ejection.min-requests",
                        "Min. requests",
                        "Requests within an interval that count as enough.",
                        Range.CONNECTIONS,
                        Ejection::minRequests,
                        Draft.with((d, v) -> d.minRequests = v)),
                Forms.number(
                        "ejection.factor",
                        "Deviations",
                        "Standard deviations below the mean success rate that are too many.",
                        Range.DEVIATIONS,
                        Ejection::factor,
                        Draft.with((d, v) -> d.factor = v)));
    }

    /** Ejection while one of its parts is changed. */
    private static final class Draft {
        int consecutive;
        Duration interval;
        Duration base;
        Duration max;
        int maxPercent;
        int minHosts;
        int minRequests;
        double factor;

        private Draft(Ejection ejection) {
            consecutive = ejection.consecutive();
            interval = ejection.interval();
            base = ejection.base();
            max = ejection.max();
            maxPercent = ejection.maxPercent();
            minHosts = ejection.minHosts();
            minRequests = ejection.minRequests();
            factor = ejection.factor();
        }

        static <V> BiFunction<Ejection, V, Ejection> with(BiConsumer<Draft, V> set) {
            return (ejection, value) -> {
                Draft draft = new Draft(ejection);
                set.accept(draft, value);
                return draft.build();
            };
        }

        private Ejection build() {
            return new Ejection(consecutive, interval, base, max, maxPercent, minHosts, minRequests, factor);
        }
    }
}
