package roundhouse.simulation.balancing.queueing;

import java.util.List;
import java.util.stream.IntStream;
import roundhouse.routing.Pool;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.targets.Waiting;
import roundhouse.simulation.transcript.TranscriptWords;

/** What is to be said of a request's wait when somebody asks why it went where it went. */
final class WaitWords implements Waiting {
    private final String id;
    private final RunContext context;
    private final PoolQueue queue;
    private final WaitingAttempts attempts;

    WaitWords(String id, RunContext context, PoolQueue queue, WaitingAttempts attempts) {
        this.id = id;
        this.context = context;
        this.queue = queue;
        this.attempts = attempts;
    }

    @Override
    public String until(Attempt attempt, int target) {
        String name = title(target);
        if (attempts.isWaiting(attempt.slot)) {
            long waitedNanos = context.kernel.nowNanos() - attempt.top().readySinceNanos;
            return "It waited " + TranscriptWords.time(waitedNanos) + " in " + context.titles.of(id) + "'s queue until "
                    + name + " had room.";
        }
        if (queue.isFree(target)) {
            return "";
        }
        return full(target)
                + (queue.isFull(target)
                        ? ", and " + waiting(queue.line(target).size()) + " already: it is turned away."
                        : ", so it waits for " + name + ", where "
                                + waiting(queue.line(target).size()) + ".");
    }

    @Override
    public String forAnyone(Attempt attempt) {
        return (queue.isBehindOthers()
                        ? "By this method nobody goes to a target while others wait for any"
                        : full(attempt))
                + ": "
                + (queue.isFull()
                        ? waiting(queue.waiting) + " in " + context.titles.of(id)
                                + "'s queue already, and it is turned away."
                        : "it waits in " + context.titles.of(id) + "'s queue, where " + waiting(queue.shared.size())
                                + ".");
    }

    private String full(Attempt attempt) {
        Pool pool = queue.group.pool();
        List<String> reasons = IntStream.range(0, pool.size())
                .filter(target -> pool.isOpen(target) && !attempt.tried(target))
                .mapToObj(this::full)
                .toList();
        return String.join(", ", reasons);
    }

    private String full(int target) {
        boolean room = queue.inFlight(target) < queue.limit(target);
        if (room && !queue.line(target).isEmpty()) {
            return title(target) + " has room, but others wait for it";
        }
        return room
                ? "The pool has as many connections as it may"
                : title(target) + " is at its limit of " + queue.limit(target);
    }

    private String title(int target) {
        return context.titles.of(queue.group.pool().name(target));
    }

    private static String waiting(int count) {
        return count == 0
                ? "nobody waits"
                : TranscriptWords.count(count, "request") + (count == 1 ? " waits" : " wait");
    }
}
