package roundhouse.topology.expectations;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.storage.checking.Check;
import roundhouse.topology.json.Units;

/**
 * What a run must come to for the topology to pass: one line of the file's {@code expect}, so that a topology can be graded or gate a
 * build.
 */
public sealed interface Expectation {
    /**
     * A figure against an amount: {@code p99 of s1 < 200ms during 10s..40s}.
     *
     * @param node whose figure it is; null for the system as its clients see it
     * @param during the part of the run that counts; null for all that is measured
     */
    record Bound(
            Figure figure,
            @Nullable String node,
            ComparisonOperator comparison,
            Amount amount,
            @Nullable Window during) implements Expectation {}

    /**
     * A load balancer takes the shared address over soon enough after the other one of its pair crashed, every time that crashes:
     * {@code lb-2 takes over within 4s of crash lb-1}.
     */
    record Takeover(String node, Duration within, String crashed) implements Expectation {}

    /**
     * All that a store was asked and answered keeps a promise: {@code orders is linearizable}.
     *
     * @param check the promise by its {@linkplain Check#key name}
     */
    record Promise(String store, String check) implements Expectation {}

    /** The members of a store have the same soon after every partition: {@code orders converges within 5s of heal}. */
    record Convergence(String store, Duration within) implements Expectation {}

    /** A part of a run, from the first moment to just before the last. */
    record Window(Duration from, Duration to) {
        public String text() {
            return Units.format(from) + ".." + Units.format(to);
        }
    }

    /** Reads one. The reason why not says where in the text, what was found, and what is allowed. */
    static Units.Parsed<Expectation> parse(String text) {
        return new ExpectationParser(text).parse();
    }

    /** As files have it; the same expectation always gives the same text. */
    default String text() {
        return switch (this) {
            case Bound bound ->
                bound.figure().name() + (bound.node() == null ? "" : " of " + bound.node()) + " "
                        + bound.comparison().sign() + " " + bound.amount().text()
                        + (bound.during() == null
                                ? ""
                                : " during " + bound.during().text());
            case Takeover(String node, Duration within, String crashed) ->
                node + " takes over within " + Units.format(within) + " of crash " + crashed;
            case Promise(String store, String check) -> store + " is " + check;
            case Convergence(String store, Duration within) ->
                store + " converges within " + Units.format(within) + " of heal";
        };
    }

    /** The nodes and stores it names. */
    default Set<String> nodes() {
        return switch (this) {
            case Bound bound -> bound.node() == null ? Set.of() : Set.of(bound.node());
            case Promise promise -> Set.of(promise.store());
            case Convergence convergence -> Set.of(convergence.store());
            case Takeover takeover -> new LinkedHashSet<>(List.of(takeover.node(), takeover.crashed()));
        };
    }
}
