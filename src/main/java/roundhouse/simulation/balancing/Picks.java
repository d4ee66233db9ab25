package roundhouse.simulation.balancing;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.simulation.balancing.queueing.TargetQueues;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.targets.TargetGroup;

/**
 * The picks of a load balancer. Each is known by its {@link PickTag} until the request or the connection it was made for ends, or until
 * the balancer forgets all of them by crashing.
 */
final class Picks {
    private final RunContext context;
    private final String balancer;
    private final TargetGroups groups;
    /** Where requests wait for targets that are at their limits, or null where they do not wait. */
    private @Nullable TargetQueues queues;
    /** How often the balancer forgot its picks. */
    private int epoch;

    Picks(RunContext context, String balancer, TargetGroups groups) {
        this.context = context;
        this.balancer = balancer;
        this.groups = groups;
    }

    /** From now on requests wait there, or nowhere. */
    void queues(@Nullable TargetQueues queues) {
        this.queues = queues;
    }

    /**
     * Gives the attempt, or its connection, a target and counts it there. Returns its tag, or {@link PickTag#NONE}; where requests wait,
     * perhaps {@link PickTag#WAITS} or {@link PickTag#FULL}.
     */
    long give(Attempt attempt) {
        int index = groups.indexFor(attempt);
        if (index < 0) {
            context.observer.withoutPool(
                    attempt,
                    new Pick(
                            context.titles.of(balancer),
                            context.kernel.nowNanos(),
                            "",
                            groups.rule(attempt),
                            new Pick.Ground.NoPool(),
                            "",
                            ""));
            return PickTag.NONE;
        }
        if (queues != null) {
            return placed(index, queues.place(attempt, index));
        }
        TargetGroup group = groups.get(index);
        int target = group.choose(attempt);
        if (target == Balancer.NONE) {
            return PickTag.NONE;
        }
        group.started(target);
        return PickTag.of(epoch, index, target);
    }

    private long placed(int group, int target) {
        return switch (target) {
            case TargetQueues.NONE -> PickTag.NONE;
            case TargetQueues.WAITS -> PickTag.WAITS;
            case TargetQueues.FULL -> PickTag.FULL;
            default -> tag(group, target);
        };
    }

    /** The tag of a pick of that target. */
    long tag(int group, int target) {
        return PickTag.of(epoch, group, target);
    }

    /** Gives the attempt the target of that pick once more; false when it is no target any more. */
    boolean again(long tag, Attempt attempt) {
        if (!isCurrent(tag)) {
            return false;
        }
        TargetGroup group = group(tag);
        int target = PickTag.target(tag);
        boolean counted = PickTag.isCounted(tag);
        context.observer.again(attempt, group, target);
        if (counted) {
            group.started(target);
        } else {
            group.startedUncounted(target);
        }
        if (queues != null) {
            queues.again(PickTag.group(tag), target, counted);
        }
        return true;
    }

    /** Whether the tag is of a pick that is not forgotten; one {@linkplain PickTag#BY_CONNECTION by connection} is none. */
    boolean isKnown(long tag) {
        return PickTag.epoch(tag) == epoch;
    }

    /** Whether that is so and its target is still a target. */
    boolean isCurrent(long tag) {
        return isKnown(tag) && !group(tag).pool().isRemoved(PickTag.target(tag));
    }

    TargetGroup group(long tag) {
        return groups.get(PickTag.group(tag));
    }

    LinkComponent link(long tag) {
        return group(tag).link(PickTag.target(tag));
    }

    /** What the pick was made for has ended; no effect if the pick is forgotten. */
    void finished(long tag, long nanos, Outcome outcome) {
        if (isKnown(tag)) {
            int target = PickTag.target(tag);
            boolean counted = PickTag.isCounted(tag);
            if (counted) {
                group(tag).finished(target, nanos, outcome);
            } else {
                group(tag).finishedUncounted(target, nanos, outcome);
            }
            if (queues != null) {
                queues.ended(PickTag.group(tag), target, counted);
            }
        }
    }

    /** Starts with new counts, new balancers and nobody sticking. */
    void forget() {
        epoch++;
        groups.forget();
    }
}
