package roundhouse.simulation.observing.expecting;

import java.util.List;
import java.util.OptionalLong;
import roundhouse.simulation.data.StoreHistory;
import roundhouse.simulation.engine.RunContext;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.searching.Budget;
import roundhouse.topology.expectations.Expectation;

/** A promise of a store, against which all that it was asked and answered is held when somebody wants to know. */
final class PromiseWatch implements ExpectationWatch {
    private static final long MOST = 5_000_000;
    /** Where all keys are searched at once, each step takes longer. */
    private static final long MOST_AT_ONCE = 200_000;

    private final Expectation.Promise expectation;
    private final StoreHistory history;
    /** How much of the history was judged, and how. */
    private int judged = -1;

    private Verdict verdict;

    PromiseWatch(RunContext context, Expectation.Promise expectation) {
        this.expectation = expectation;
        history = context.histories.of(expectation.store());
        verdict = new Verdict.Unknown(expectation, "it is judged when the run is over");
    }

    @Override
    public void countFrom(long nanos) {
        // A promise holds in the warm-up, too.
    }

    @Override
    public Verdict soFar() {
        return verdict;
    }

    @Override
    public Verdict verdict() {
        // What was broken once stays so.
        if (history.size() > judged && !(verdict instanceof Verdict.Missed)) {
            judged = history.size();
            verdict = judge();
        }
        return verdict;
    }

    private Verdict judge() {
        if (!history.flaw().isEmpty()) {
            return new Verdict.Unknown(expectation, history.flaw());
        }
        if (history.size() == 0) {
            return new Verdict.Unknown(expectation, expectation.store() + " was asked nothing");
        }
        Check check = Check.of(expectation.check()).orElseThrow();
        long most = check == Check.LINEARIZABLE ? MOST : MOST_AT_ONCE;
        return switch (new Checker(history.history(), Budget.of(most)).check(check, OptionalLong.empty())) {
            case HistoryVerdict.Holds _ -> new Verdict.Met(expectation, history.size(), "in all reads and writes");
            case HistoryVerdict.Broken(var example) ->
                new Verdict.Missed(expectation, Double.NaN, words(example.why()));
            case HistoryVerdict.Unknown unknown -> new Verdict.Unknown(expectation, unknown.why());
        };
    }

    private static String words(List<String> words) {
        return words.isEmpty() ? "no order explains all answers" : words.getFirst();
    }
}
