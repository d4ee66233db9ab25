package roundhouse.simulation.targets;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.engine.PickExplainer;
import roundhouse.simulation.engine.RunContext;

/** Why the requests for one pool go where they go. */
final class PickReasons {
    private final RunContext context;
    private final String owner;
    private final PoolRules rules;
    private final Pool pool;
    /** What the pool is balanced by, as files name it. */
    String algorithm = "";

    Waiting waiting = Waiting.NONE;
    /** That no target has room. */
    final PickExplainer noRoom = new NoRoom();

    private final Room room = new Room();

    PickReasons(RunContext context, String owner, PoolRules rules, Pool pool) {
        this.context = context;
        this.owner = owner;
        this.rules = rules;
        this.pool = pool;
    }

    /**
     * @param level why that level of priority, empty for no reason
     * @param zone why that zone, empty for no reason
     */
    Pick algorithm(
            Attempt attempt, Explanation explanation, @Nullable Stickiness stickiness, String level, String zone) {
        Pick.Ground ground = new Pick.Ground.Algorithm(explanation, unstuck(attempt, stickiness), level, zone);
        return pick(attempt, ground, explanation.picked());
    }

    private String unstuck(Attempt attempt, @Nullable Stickiness stickiness) {
        String client = stickiness == null ? "" : stickiness.client(attempt);
        if (stickiness == null || client.isEmpty()) {
            return "";
        }
        int target = stickiness.peek(attempt, pool);
        return target == Balancer.NONE
                ? client.substring(0, 1).toUpperCase(Locale.ROOT) + client.substring(1) + " sticks to nobody yet."
                : title(target) + ", to which " + client + " sticks, cannot take it now.";
    }

    Pick stickiness(Attempt attempt, @Nullable Stickiness stickiness, int target) {
        String client = stickiness == null ? "" : stickiness.client(attempt);
        return pick(attempt, new Pick.Ground.Stickiness(client), target);
    }

    Pick repetition(Attempt attempt, int target) {
        return pick(attempt, new Pick.Ground.Repetition(attempt.top().failures()), target);
    }

    Pick connection(Attempt attempt, int target, long opener) {
        return pick(attempt, new Pick.Ground.Connection(opener), target, "");
    }

    private Pick pick(Attempt attempt, Pick.Ground ground, int target) {
        return pick(attempt, ground, target, target == Balancer.NONE ? "" : waiting.until(attempt, target));
    }

    private Pick pick(Attempt attempt, Pick.Ground ground, int target, String waits) {
        return new Pick(
                context.titles.of(owner),
                context.kernel.nowNanos(),
                algorithm,
                rules.ruleFor(attempt),
                ground,
                target == Balancer.NONE ? "" : title(target),
                waits);
    }

    private String title(int target) {
        return context.titles.of(pool.name(target));
    }

    /** Why the target with room took an attempt that waited for any. Good until the next call. */
    PickExplainer room(int target) {
        room.target = target;
        return room;
    }

    private final class NoRoom extends WithoutPick {
        @Override
        public Pick byAlgorithm(Attempt attempt) {
            return pick(attempt, new Pick.Ground.NoRoom(), Balancer.NONE, waiting.forAnyone(attempt));
        }
    }

    private final class Room extends WithoutPick {
        private int target = Balancer.NONE;

        @Override
        public Pick byAlgorithm(Attempt attempt) {
            return pick(attempt, new Pick.Ground.Room(), target);
        }
    }

    /** Says the same whatever decided otherwise. */
    private abstract static class WithoutPick implements PickExplainer {
        @Override
        public Pick byStickiness(Attempt attempt, int target) {
            return byAlgorithm(attempt);
        }

        @Override
        public Pick byRepetition(Attempt attempt, int target) {
            return byAlgorithm(attempt);
        }

        @Override
        public Pick byConnection(Attempt attempt, int target, long opener) {
            return byAlgorithm(attempt);
        }
    }
}
