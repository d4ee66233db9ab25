package roundhouse.simulation.guarding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.LimitFigures;
import roundhouse.routing.RequestMatch;
import roundhouse.routing.RequestRules;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.LimitExplainer;
import roundhouse.topology.nodes.guarding.Limit;

/** One limit of a node as it runs: which requests it concerns, what it says of each, and what it did. */
abstract class GuardRule implements LimitExplainer {
    /** The request is turned away. */
    static final long REFUSED = -1;
    /** The request goes past all limits that follow. */
    static final long ALLOWED = -2;

    final Limit spec;
    final LimitFigures figures = new LimitFigures();
    private final @Nullable Networks from;
    private final @Nullable RequestRules match;
    private String title;

    GuardRule(Limit spec) {
        this.spec = spec;
        title = spec.title();
        from = spec.from() == null ? null : new Networks(spec.from());
        RequestMatch conditions = spec.match();
        match = conditions == null ? null : new RequestRules(List.of(conditions));
    }

    /** Whether it is asked about the attempt at all. */
    boolean concerns(Attempt attempt) {
        return (from == null || from.contain(attempt.client()))
                && (match == null || match.match(attempt.kind(), attempt.read) != RequestRules.NO_RULE);
    }

    /** Nanoseconds to wait before the attempt goes on, 0 for at once, {@link #REFUSED} or {@link #ALLOWED}. */
    abstract long ask(Attempt attempt, long nowNanos);

    /** Whether it is a bucket of those that are all asked before any of them changes, as nginx does. */
    boolean isAskedAhead() {
        return false;
    }

    /** Whether it would turn the attempt away; changes nothing. */
    boolean refuses(Attempt attempt, long nowNanos) {
        return false;
    }

    /** The attempt, which may have been counted, leaves the node. */
    void left(Attempt attempt) {}

    /** The node loses all it remembers. */
    void forget(long nowNanos) {}

    void titled(String other) {
        title = other;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public String whose(Attempt attempt) {
        return "";
    }

    @Override
    public final int status() {
        return spec.status();
    }
}
