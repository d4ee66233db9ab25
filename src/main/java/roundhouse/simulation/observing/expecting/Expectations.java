package roundhouse.simulation.observing.expecting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.topology.expectations.Expectation;

/**
 * Watches over what the topology expects. Looks at the run between events, only when a part of the run that an expectation is about
 * begins or ends, and takes no part in it.
 */
public final class Expectations {
    private final RunContext context;
    private final Network network;
    /** All there ever were: one that comes back, as by undo, is known already. */
    private final Map<Expectation, ExpectationWatch> everyWatch = new LinkedHashMap<>();

    private List<ExpectationWatch> watches = List.of();
    private long nextNanos = Long.MAX_VALUE;

    public Expectations(RunContext context, Network network) {
        this.context = context;
        this.network = network;
    }

    /** From now on these. What is about all of the run is about what comes after the warm-up. */
    public void become(List<Expectation> expectations, long warmUpNanos) {
        List<ExpectationWatch> these = new ArrayList<>();
        for (Expectation expectation : expectations) {
            these.add(everyWatch.computeIfAbsent(expectation, it -> watch(it, warmUpNanos)));
        }
        watches = List.copyOf(these);
        everyWatch.values().forEach(watch -> watch.countFrom(warmUpNanos));
        lookAhead();
    }

    private ExpectationWatch watch(Expectation expectation, long warmUpNanos) {
        return switch (expectation) {
            case Expectation.Bound bound ->
                new BoundWatch(
                        bound, new FigureReader(context, network, bound), warmUpNanos, context.kernel.nowNanos());
            case Expectation.Takeover takeover ->
                new TakeoverWatch(context.kernel, network.pairs().log(), takeover, warmUpNanos);
            case Expectation.Promise promise -> new PromiseWatch(context, promise);
            case Expectation.Convergence convergence -> new ConvergenceWatch(context.kernel, network, convergence);
        };
    }

    /** When the next part of the run begins or ends. */
    public long nextNanos() {
        return nextNanos;
    }

    private void lookAhead() {
        nextNanos = everyWatch.values().stream()
                .mapToLong(ExpectationWatch::nextNanos)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The clock has got to that time; nothing has happened at it yet. */
    public void passed(long timeNanos) {
        if (timeNanos < nextNanos) {
            return;
        }
        everyWatch.values().forEach(ExpectationWatch::keepPeak);
        FigureReader.cut(context, network);
        for (ExpectationWatch watch : everyWatch.values()) {
            watch.passed(timeNanos);
        }
        lookAhead();
    }

    /** The same without work that takes long, for those who look many times. */
    public List<Verdict> soFar() {
        return watches.stream().map(ExpectationWatch::soFar).toList();
    }

    /** As things stand, in the topology's order. */
    public List<Verdict> verdicts() {
        return watches.stream().map(ExpectationWatch::verdict).toList();
    }
}
