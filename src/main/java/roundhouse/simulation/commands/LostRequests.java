package roundhouse.simulation.commands;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.RunContext;

/** Counts what is lost when nodes go. */
public final class LostRequests {
    private LostRequests() {}

    /** How many requests that somebody waits for need one of these nodes now. */
    public static int count(RunContext context, List<NodeComponent> nodes) {
        Set<Long> lost = new TreeSet<>();
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.purpose == AttemptPurpose.REQUEST
                    && !attempt.abandoned
                    && nodes.stream().anyMatch(attempt::needs)) {
                lost.add(attempt.request);
            }
        }
        return lost.size();
    }
}
