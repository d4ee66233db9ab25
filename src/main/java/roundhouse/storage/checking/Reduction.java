package roundhouse.storage.checking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.models.Models;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;

/**
 * Makes a broken history small: takes out whatever is not needed to break it. An operation is not simply left out, for then a read of
 * what it wrote would seem invented: it becomes optional, so what is left is broken whether the others happened or not. First the shortest
 * beginning that is broken, then halves, quarters and single operations (Zeller's delta debugging), then any few that do alone.
 */
final class Reduction {
    private static final long OF_ONE_TRIAL = 20_000;
    private static final long OF_ALL_TRIALS = 2_000_000;
    private static final long MOST_SETS = 20_000;
    /** Sets times operations. */
    private static final long MOST_LOOKS = 100_000_000;

    private static final int LATEST = 60;

    private final OperationHistory history;
    private final HistoryRule rule;
    private final boolean inRealTime;
    private final Budget budget;
    private int[] best = {};
    private int fewest;
    private long spent;

    /** @param inRealTime whether what was called after the last return cannot have mattered */
    Reduction(OperationHistory history, HistoryRule rule, boolean inRealTime, Budget budget) {
        this.history = history;
        this.rule = rule;
        this.inRealTime = inRealTime;
        this.budget = budget;
    }

    /** A small set of operations that cannot all be right; without any of them the others could be. */
    int[] smallest() {
        int[] kept = shortestBeginning();
        for (int size = kept.length / 2; size > 1; size /= 2) {
            kept = withoutPieces(kept, size);
        }
        int before;
        do {
            before = kept.length;
            kept = withoutPieces(kept, 1);
        } while (kept.length < before);
        return smaller(kept);
    }

    private int[] needed(long until) {
        return IntStream.range(0, history.size())
                .filter(i -> history.isNeeded(i) && history.returned(i) <= until)
                .toArray();
    }

    private int[] shortestBeginning() {
        long[] returns = IntStream.range(0, history.size())
                .filter(history::isNeeded)
                .mapToLong(history::returned)
                .sorted()
                .distinct()
                .toArray();
        int low = 0;
        int high = returns.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (rule.keeps(relaxed(needed(returns[middle])), budget.part(OF_ALL_TRIALS)) == Answer.NO) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return needed(returns[high]);
    }

    private int[] withoutPieces(int[] from, int size) {
        int[] kept = from;
        int start = 0;
        while (start < kept.length) {
            int end = Math.min(kept.length, start + size);
            int[] less = IntStream.concat(Arrays.stream(kept, 0, start), Arrays.stream(kept, end, kept.length))
                    .toArray();
            if (isBroken(less)) {
                kept = less;
            } else {
                start = end;
            }
        }
        return kept;
    }

    /** Tries all sets of no more operations, where those are not too many, for one of which less must be shown. */
    private int[] smaller(int[] kept) {
        int[] before = needed(inRealTime ? latestReturn(kept) : Long.MAX_VALUE);
        int[] latest = Arrays.copyOfRange(before, Math.max(0, before.length - LATEST), before.length);
        best = kept;
        fewest = Sources.shown(history, kept).cardinality();
        long sets = 1;
        for (int size = 1; size <= best.length; size++) {
            sets = sets * (latest.length - size + 1) / size;
            if (sets > Math.min(MOST_SETS, MOST_LOOKS / history.size())) {
                break;
            }
            tryAll(latest, new int[size], 0, 0);
        }
        return best;
    }

    private long latestReturn(int[] operations) {
        return Arrays.stream(operations).mapToLong(history::returned).max().orElse(0);
    }

    private void tryAll(int[] all, int[] set, int filled, int from) {
        if (filled < set.length) {
            for (int i = from; i < all.length; i++) {
                set[filled] = all[i];
                tryAll(all, set, filled + 1, i + 1);
            }
            return;
        }
        int shown = Sources.shown(history, set).cardinality();
        if (shown < fewest && isBroken(set)) {
            best = set.clone();
            fewest = shown;
        }
    }

    private boolean isBroken(int[] kept) {
        if (spent > OF_ALL_TRIALS) {
            return false;
        }
        Budget trial = budget.part(OF_ONE_TRIAL);
        OperationHistory relaxed = relaxed(kept);
        Answer answer = rule.keeps(relaxed, trial);
        spent += trial.spent() + relaxed.size() / 8 + 1;
        return answer == Answer.NO;
    }

    private OperationHistory relaxed(int[] kept) {
        return relaxed(history, kept, inRealTime ? latestReturn(kept) : Long.MAX_VALUE);
    }

    /**
     * The history in which only those are needed, without what cannot matter then.
     *
     * @param until what is called later cannot matter
     */
    static OperationHistory relaxed(OperationHistory history, int[] kept, long until) {
        BitSet needed = new BitSet();
        Arrays.stream(kept).forEach(needed::set);
        int[] there = IntStream.range(0, history.size())
                .filter(i -> needed.get(i) || (!history.isObserver(i) && history.call(i) <= until))
                .toArray();
        OperationHistory all = history.part(there, needed::get);
        IntPredicate ofUse = Models.ofUse(all);
        int[] left = IntStream.range(0, there.length)
                .filter(i -> needed.get(there[i]) || ofUse.test(i))
                .map(i -> there[i])
                .toArray();
        return left.length == there.length ? all : history.part(left, needed::get);
    }
}
