package roundhouse.storage.checking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.models.KeyedModel;
import roundhouse.storage.models.Models;
import roundhouse.storage.models.RecentModel;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;
import roundhouse.storage.searching.Reasons;
import roundhouse.storage.searching.views.Promises;
import roundhouse.storage.searching.views.ViewWords;

/** Holds a history against a promise. What can be judged for each key alone is, which is far less work than all at once. */
public final class Checker {
    /** Situations an operation of a search that is over soon. */
    private static final int SOON = 4;

    /** What takes the square of the operations is first tried with so many. */
    private static final int AT_ONCE = 12_000;

    private final OperationHistory history;
    private final Budget budget;

    /** @param budget for the verdict; finding the smallest counter-example has one of its own */
    public Checker(OperationHistory history, Budget budget) {
        this.history = history;
        this.budget = budget;
    }

    /**
     * Checks.
     *
     * @param bound for {@link Check#K_ATOMIC} how many versions, from 1, for {@link Check#DELTA_ATOMIC} how much time, from 0; if there
     *     is none, the least that holds is looked for
     */
    public HistoryVerdict check(Check check, OptionalLong bound) {
        return switch (check) {
            case LINEARIZABLE -> byKey(HistoryRule.linearizable(), part -> OrderWords.inRealTime(part, Models::of, 0));
            case SEQUENTIAL ->
                weaker(() -> judged(
                        history,
                        HistoryRule.sequential(),
                        false,
                        part -> OrderWords.inClientOrder(part, KeyedModel::new)));
            case CAUSAL -> views(Promises.CAUSAL);
            case CAUSAL_MEMORY -> views(Promises.CAUSAL_MEMORY);
            case PRAM -> views(Promises.PRAM);
            case READ_YOUR_WRITES -> views(Promises.READ_YOUR_WRITES);
            case MONOTONIC_READS -> views(Promises.MONOTONIC_READS);
            case MONOTONIC_WRITES -> views(Promises.MONOTONIC_WRITES);
            case WRITES_FOLLOW_READS -> views(Promises.WRITES_FOLLOW_READS);
            case K_ATOMIC -> bound.isPresent() ? withinVersions(bound.getAsLong()) : least(Staleness::versions);
            case DELTA_ATOMIC -> bound.isPresent() ? withinTime(bound.getAsLong()) : least(Staleness::time);
        };
    }

    /** Why the operations of a counter-example cannot all be right. */
    @FunctionalInterface
    private interface Words {
        Reasons of(OperationHistory part);
    }

    /** The least bound of one key. */
    @FunctionalInterface
    private interface Least {
        long of(OperationHistory part, Budget budget);
    }

    /** What is linearizable keeps all weaker promises too, and is known soon, key by key; else it is judged by itself. */
    private HistoryVerdict weaker(Supplier<HistoryVerdict> itself) {
        for (int[] operations : history.byKey()) {
            OperationHistory part = history.part(operations);
            if (HistoryRule.linearizable().keeps(part, budget.part(SOON * (part.size() + 1L))) != Answer.YES) {
                return itself.get();
            }
        }
        return new HistoryVerdict.Holds(OptionalLong.empty());
    }

    private HistoryVerdict views(Promises promises) {
        return weaker(() -> judged(
                history,
                HistoryRule.keeping(promises),
                false,
                part -> ViewWords.of(part, promises, i -> OperationWords.named(part, i))));
    }

    private HistoryVerdict withinVersions(long bound) {
        int versions = (int) Math.min(bound, history.size() + 1L);
        return byKey(
                HistoryRule.atomicWithin(versions),
                part -> OrderWords.inRealTime(part, few -> new RecentModel(few, versions), 0));
    }

    private HistoryVerdict withinTime(long bound) {
        return byKey(
                HistoryRule.atomicWithinTime(bound),
                part -> OrderWords.inRealTime(part.withReadsEarlier(bound), Models::of, bound));
    }

    private HistoryVerdict least(Least least) {
        long most = 0;
        for (int[] operations : history.byKey()) {
            OperationHistory part = history.part(operations);
            long bound = least.of(part, budget);
            if (bound == Staleness.NONE) {
                return new HistoryVerdict.Broken(invented(part));
            }
            if (bound == Staleness.UNKNOWN) {
                return unknown();
            }
            most = Math.max(most, bound);
        }
        return new HistoryVerdict.Holds(OptionalLong.of(most));
    }

    private static CounterExample invented(OperationHistory part) {
        OperationHistory read = part.part(new int[] {Staleness.invented(part)[0]});
        return new CounterExample(
                read,
                List.of(true),
                new Reasons(
                        List.of(OperationWords.named(read, 0)
                                + " answered what nobody had begun to write when it returned at " + read.returned(0)
                                + "; no bound helps."),
                        List.of(),
                        List.of(),
                        List.of(0)));
    }

    private HistoryVerdict byKey(HistoryRule rule, Words words) {
        boolean unknown = false;
        for (int[] operations : history.byKey()) {
            HistoryVerdict verdict = judged(history.part(operations), rule, true, words);
            if (verdict instanceof HistoryVerdict.Broken) {
                return verdict;
            }
            unknown |= verdict instanceof HistoryVerdict.Unknown;
        }
        return unknown ? unknown() : new HistoryVerdict.Holds(OptionalLong.empty());
    }

    private HistoryVerdict judged(OperationHistory part, HistoryRule rule, boolean inRealTime, Words words) {
        if (!inRealTime && part.size() > AT_ONCE) {
            HistoryVerdict beginning = judged(beginning(part), rule, false, words);
            if (beginning instanceof HistoryVerdict.Broken) {
                return beginning;
            }
        }
        return switch (rule.keeps(part, budget)) {
            case YES -> new HistoryVerdict.Holds(OptionalLong.empty());
            case UNKNOWN -> unknown();
            case NO ->
                new HistoryVerdict.Broken(
                        example(part, new Reduction(part, rule, inRealTime, budget).smallest(), words));
        };
    }

    /** What is broken in the beginning is so whatever comes later, and is found sooner. */
    private static OperationHistory beginning(OperationHistory part) {
        int[] first = IntStream.range(0, AT_ONCE).filter(part::isNeeded).toArray();
        return Reduction.relaxed(part, first, Long.MAX_VALUE);
    }

    private HistoryVerdict unknown() {
        return budget.isOver()
                ? new HistoryVerdict.Unknown(budget.spent())
                : new HistoryVerdict.Unknown(budget.spent(), "there is too little memory for the views");
    }

    private static CounterExample example(OperationHistory part, int[] smallest, Words words) {
        BitSet needed = new BitSet();
        IntStream.of(smallest).forEach(needed::set);
        int[] all = Sources.shown(part, smallest).stream().toArray();
        OperationHistory few = part.part(all, needed::get);
        List<Boolean> flags = new ArrayList<>();
        IntStream.of(all).forEach(i -> flags.add(needed.get(i)));
        return new CounterExample(few, flags, words.of(few));
    }
}
