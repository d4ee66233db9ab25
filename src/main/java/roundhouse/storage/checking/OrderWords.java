package roundhouse.storage.checking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.models.Model;
import roundhouse.storage.searching.Budget;
import roundhouse.storage.searching.Reason;
import roundhouse.storage.searching.Reasons;
import roundhouse.storage.searching.orders.OrderSearch;

/** Says why operations cannot be put in order: which must come first, how far an order gets, and what is wrong then. */
final class OrderWords {
    private static final long ENOUGH = 1_000_000;

    private final OperationHistory history;
    private final Model model;
    private final Overwriting.Precedes precedes;
    private final List<String> why = new ArrayList<>();
    private final List<Reason> arrows = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private final List<Integer> wrong = new ArrayList<>();

    private OrderWords(OperationHistory history, Model model, Overwriting.Precedes precedes) {
        this.history = history;
        this.model = model;
        this.precedes = precedes;
    }

    /** @param moved how much earlier the calls of reads are than they were */
    static Reasons inRealTime(OperationHistory history, Function<OperationHistory, Model> model, long moved) {
        OrderWords words = new OrderWords(
                history, model.apply(history), (first, then) -> history.returned(first) < history.call(then));
        OperationHistory sorted = history.inOrderOfCalls(history.size());
        OrderSearch search = OrderSearch.inRealTime(sorted, model.apply(sorted), Budget.of(ENOUGH));
        words.timeOrder(moved);
        return words.reasons(search);
    }

    static Reasons inClientOrder(OperationHistory history, Function<OperationHistory, Model> model) {
        OrderWords words = new OrderWords(
                history,
                model.apply(history),
                (first, then) -> first < then && history.client(first) == history.client(then));
        OrderSearch search = OrderSearch.inClientOrder(history, model.apply(history), Budget.of(ENOUGH));
        words.clientOrder();
        return words.reasons(search);
    }

    private Reasons reasons(OrderSearch search) {
        furthest(search, history.orderOfCalls(history.size()));
        new Overwriting(history, precedes).mark(wrong, arrows);
        return new Reasons(why, arrows, order, wrong);
    }

    private void timeOrder(long moved) {
        for (int then = 0; then < history.size(); then++) {
            for (int first = 0; first < history.size(); first++) {
                if (isDirectlyBefore(first, then)) {
                    boolean isMoved = moved > 0 && history.isObserver(then);
                    why.add(OperationWords.named(history, first) + " returned at " + history.returned(first)
                            + ", before "
                            + OperationWords.named(history, then) + " was called at " + history.call(then)
                            + (isMoved ? ", " + moved + " earlier than it was" : "") + ".");
                    arrows.add(new Reason(first, then, Reason.Kind.RETURNED_BEFORE));
                }
            }
        }
    }

    private boolean isDirectlyBefore(int first, int then) {
        if (!precedes.test(first, then)) {
            return false;
        }
        for (int between = 0; between < history.size(); between++) {
            if (precedes.test(first, between) && precedes.test(between, then)) {
                return false;
            }
        }
        return true;
    }

    private void clientOrder() {
        int[] latest = new int[history.clients()];
        for (int i = 0; i < history.size(); i++) {
            int before = latest[history.client(i)] - 1;
            if (before >= 0) {
                why.add(history.clientName(i) + " asked " + numbered(before) + " before " + numbered(i) + ".");
                arrows.add(new Reason(before, i, Reason.Kind.ASKED_BEFORE));
            }
            latest[history.client(i)] = i + 1;
        }
    }

    private static String numbered(int operation) {
        return "(" + (operation + 1) + ")";
    }

    /** @param places what the operations of the search are here */
    private void furthest(OrderSearch search, int[] places) {
        search.run();
        int state = model.initial();
        BitSet done = new BitSet();
        for (int place : search.order()) {
            int operation = places[place];
            state = model.step(state, operation);
            done.set(operation);
            order.add(operation);
        }
        String told = order.stream().map(OrderWords::numbered).collect(Collectors.joining(", "));
        String start = told.isEmpty() ? "At first " : "An order that begins " + told + " gets as far as any; then ";
        for (int i = 0; i < history.size(); i++) {
            if (!done.get(i) && mayBeNext(i, done) && model.step(state, i) == Model.WRONG) {
                why.add(start + OperationWords.holds(history, i, model.shown(state, history.key(i))) + ", and "
                        + OperationWords.named(history, i) + " would be wrong.");
                wrong.add(i);
            }
        }
    }

    private boolean mayBeNext(int operation, BitSet done) {
        return history.isNeeded(operation)
                && IntStream.range(0, history.size())
                        .noneMatch(i -> !done.get(i) && history.isNeeded(i) && precedes.test(i, operation));
    }
}
