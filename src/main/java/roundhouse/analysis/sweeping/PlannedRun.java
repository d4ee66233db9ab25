package roundhouse.analysis.sweeping;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units.Parsed;

/** A run of a plan. Its row follows from the plan and its number alone, wherever and however often it is made. */
public final class PlannedRun {
    private PlannedRun() {}

    /**
     * Makes the run.
     *
     * @param number from 0 to the plan's runs less one
     * @param stopped asked often whether to end before its end
     * @return null when it was stopped
     */
    public static @Nullable SweepRow row(SweepPlan plan, long number, BooleanSupplier stopped) {
        return switch (plan.design(number)) {
            case Parsed.Wrong<Topology>(String reason) -> SweepRow.impossible(number, reason);
            case Parsed.Value<Topology>(Topology design) -> {
                Run run = Run.of(design);
                yield run.runUntil(plan.length().toNanos(), stopped) ? SweepRow.of(number, run.report()) : null;
            }
        };
    }
}
