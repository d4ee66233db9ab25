package roundhouse.simulation.balancing.queueing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.waiting.BalancerQueue;

/** Who is next of those that wait: of the lowest class the oldest or the newest. */
final class Turns {
    private final RunContext context;
    private final WaitingAttempts attempts;
    private final boolean oldestFirst;

    Turns(RunContext context, WaitingAttempts attempts, BalancerQueue.Order order) {
        this.context = context;
        this.attempts = attempts;
        oldestFirst = order == BalancerQueue.Order.FIFO;
    }

    /** Whether the one comes before the other, whatever lines they wait in. */
    boolean isBefore(int slot, int other) {
        int after = attempts.classAfter(slot, other);
        return after == 0 ? attempts.isOlder(slot, other) == oldestFirst : after < 0;
    }

    /** The attempt joins the line where its class has it. */
    void join(Attempt attempt, WaitingAttempts.Line line) {
        attempts.join(attempt.slot, line, attempt.top().priority, oldestFirst);
    }

    /** The next in the line, or {@link WaitingAttempts#NOBODY}. */
    int next(WaitingAttempts.Line line) {
        return oldestFirst ? line.first() : line.last();
    }

    /** The next in the line that has not failed at that target, or {@link WaitingAttempts#NOBODY}. */
    int next(WaitingAttempts.Line line, int target) {
        int slot = next(line);
        while (slot != WaitingAttempts.NOBODY && context.attempts.at(slot).tried(target)) {
            slot = oldestFirst ? attempts.after(slot) : attempts.before(slot);
        }
        return slot;
    }

    /** Those that wait and are such, the oldest first. */
    List<Attempt> all(Predicate<Attempt> which) {
        List<Attempt> all = new ArrayList<>();
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            if (attempts.isWaiting(slot) && which.test(context.attempts.at(slot))) {
                all.add(context.attempts.at(slot));
            }
        }
        all.sort((a, b) -> a == b ? 0 : attempts.isOlder(a.slot, b.slot) ? -1 : 1);
        return all;
    }
}
