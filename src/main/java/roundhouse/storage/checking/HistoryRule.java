package roundhouse.storage.checking;

import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.models.KeyedModel;
import roundhouse.storage.models.Models;
import roundhouse.storage.models.RecentModel;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;
import roundhouse.storage.searching.orders.KnownSources;
import roundhouse.storage.searching.orders.OrderSearch;
import roundhouse.storage.searching.views.Promises;
import roundhouse.storage.searching.views.ViewSearch;

/** Whether a history, or a part of one, keeps a promise. */
@FunctionalInterface
interface HistoryRule {
    Answer keeps(OperationHistory history, Budget budget);

    /** Of one key. */
    static HistoryRule linearizable() {
        return (history, budget) ->
                OrderSearch.inRealTime(history, Models.of(history), budget).run();
    }

    static HistoryRule sequential() {
        return (history, budget) -> {
            Answer known = KnownSources.inClientOrder(history, budget);
            return known != Answer.UNKNOWN
                    ? known
                    : OrderSearch.inClientOrder(history, new KeyedModel(history), budget)
                            .run();
        };
    }

    static HistoryRule keeping(Promises promises) {
        return (history, budget) -> ViewSearch.run(history, promises, budget);
    }

    /** Of one key: every read answers one of so many latest writes (Aiyer, Alvisi, Bazzi 2005). */
    static HistoryRule atomicWithin(int versions) {
        return (history, budget) -> OrderSearch.inRealTime(history, new RecentModel(history, versions), budget)
                .run();
    }

    /** Of one key: linearizable when the call of every read is so much earlier (Golab, Li, Shah 2011). */
    static HistoryRule atomicWithinTime(long delta) {
        return (history, budget) ->
                linearizable().keeps(history.withReadsEarlier(delta).inOrderOfCalls(history.size()), budget);
    }
}
