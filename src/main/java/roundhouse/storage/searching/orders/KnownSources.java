package roundhouse.storage.searching.orders;

import java.util.Optional;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;

/**
 * Whether there is an order that keeps to what each client asked first, found out without a search where every value is written once. Says
 * NO where what must be contradicts itself, YES where one order could be made, and UNKNOWN where neither is so, or the history is not such.
 */
public final class KnownSources {
    private KnownSources() {}

    public static Answer inClientOrder(OperationHistory history, Budget budget) {
        Optional<ReadsFrom> known = ReadsFrom.of(history);
        if (known.isEmpty() || !MustOrder.fits(known.get().size())) {
            return Answer.UNKNOWN;
        }
        if (known.get().isInvented) {
            return Answer.NO;
        }
        MustOrder must = new MustOrder(known.get());
        Answer possible = must.close(budget);
        return possible == Answer.YES && !new OneOrder(must).isFound() ? Answer.UNKNOWN : possible;
    }
}
