package roundhouse.storage.searching.orders;

import java.util.Arrays;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.models.Model;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;
import roundhouse.storage.tables.TupleTable;

/**
 * Looks for an order of all needed operations, and some of the others, in which every answer is right: depth first, one operation after
 * the other, as Wing and Gong (1993), and remembering which sets of operations in which state have led nowhere, as Lowe (2017). The
 * problem is NP-complete, so it takes a {@link Budget}.
 *
 * <p>Two things make it fast. What never changes the state, such as a read, is taken at once where its answer is right and
 * nothing is excluded by it: any order that has it later is as good with it here. And of optional operations that do the same, the one called first is taken first.
 */
public final class OrderSearch {
    private final OperationHistory history;
    private final Model model;
    private final Precedence precedence;
    private final Budget budget;
    private final TupleTable seen = new TupleTable();
    private final int[] signature;
    /** For an optional operation the one before it that does the same, else itself. */
    private final int[] twin;

    private final int[] order;
    private final int[] states;
    /** Where in {@link #choices} those of each depth begin, go on and end. */
    private final int[] firstChoice;

    private final int[] nextChoice;
    private final int[] endChoice;
    private int[] choices = new int[256];
    private int depth;
    private int needed;
    private int[] furthest = {};
    private int leastNeeded = Integer.MAX_VALUE;

    private OrderSearch(OperationHistory history, Model model, Precedence precedence, Budget budget) {
        this.history = history;
        this.model = model;
        this.precedence = precedence;
        this.budget = budget;
        int size = history.size();
        signature = new int[precedence.longestSignature() + 1];
        order = new int[size];
        states = new int[size + 1];
        firstChoice = new int[size + 1];
        nextChoice = new int[size + 1];
        endChoice = new int[size + 1];
        needed = (int) IntStream.range(0, size).filter(history::isNeeded).count();
        twin = new int[size];
        findTwins();
    }

    /** Orders that keep to real time. */
    public static OrderSearch inRealTime(OperationHistory history, Model model, Budget budget) {
        return new OrderSearch(history, model, new RealTime(history), budget);
    }

    /** Orders that keep to what each client asked first. */
    public static OrderSearch inClientOrder(OperationHistory history, Model model, Budget budget) {
        return new OrderSearch(history, model, new ClientOrder(history), budget);
    }

    private void findTwins() {
        TupleTable effects = new TupleTable();
        int[] latest = new int[history.size()];
        int[] effect = new int[4];
        for (int i = 0; i < history.size(); i++) {
            twin[i] = i;
            if (!history.isKnown(i)) {
                effect[0] = history.kind(i).ordinal();
                effect[1] = history.key(i);
                effect[2] = history.argument(i);
                effect[3] = history.expected(i);
                int count = effects.count();
                int id = effects.id(effect, effect.length);
                if (id < count) {
                    twin[i] = latest[id];
                }
                latest[id] = i;
            }
        }
    }

    /** Looks for an order; once. */
    public Answer run() {
        states[0] = model.initial();
        boolean isIn = expand();
        while (needed > 0 && isIn) {
            if (nextChoice[depth] < endChoice[depth]) {
                take(choices[nextChoice[depth]++]);
                isIn = expand();
            } else if (depth > 0) {
                giveBack();
            } else {
                return Answer.NO;
            }
        }
        return isIn ? Answer.YES : Answer.UNKNOWN;
    }

    /** The operations of an order that has all needed ones; where there is none, those of an order that gets as far as any seen. */
    public int[] order() {
        return needed == 0 ? Arrays.copyOf(order, depth) : furthest;
    }

    private void take(int operation) {
        order[depth] = operation;
        states[depth + 1] = model.step(states[depth], operation);
        precedence.take(operation);
        depth++;
        needed -= history.isNeeded(operation) ? 1 : 0;
    }

    private void giveBack() {
        if (needed < leastNeeded) {
            leastNeeded = needed;
            furthest = Arrays.copyOf(order, depth);
        }
        depth--;
        int operation = order[depth];
        needed += history.isNeeded(operation) ? 1 : 0;
        precedence.giveBack(operation);
    }

    /** Finds what may be taken next. Returns false when the budget is used up. */
    private boolean expand() {
        int from = depth == 0 ? 0 : endChoice[depth - 1];
        firstChoice[depth] = from;
        nextChoice[depth] = from;
        if (from + 2 * history.size() > choices.length) {
            choices = Arrays.copyOf(choices, choices.length * 2 + 2 * history.size());
        }
        int end = precedence.available(choices, from);
        for (int i = from; i < end; i++) {
            int operation = choices[i];
            if (isNeededObserver(operation) && isRight(operation) && precedence.excludesNothing(operation)) {
                choices[from] = operation;
                endChoice[depth] = from + 1;
                return true;
            }
        }
        if (wasSeen()) {
            endChoice[depth] = from;
            return true;
        }
        endChoice[depth] = keep(from, end);
        return budget.spend();
    }

    private boolean isNeededObserver(int operation) {
        return history.isObserver(operation) && history.isNeeded(operation);
    }

    private boolean isRight(int operation) {
        return model.step(states[depth], operation) != Model.WRONG;
    }

    private boolean wasSeen() {
        int length = precedence.signature(signature, 1);
        signature[0] = states[depth];
        int before = seen.count();
        return seen.id(signature, length) < before;
    }

    /** Whether one that does the same and was called before could be taken as well. */
    private boolean isTwinLeft(int operation) {
        return twin[operation] != operation && precedence.isAvailable(twin[operation]);
    }

    /** Of what is available, keeps what can be taken and is of use: first what is needed, then the others. Returns the new end. */
    private int keep(int from, int end) {
        int kept = from;
        int others = end;
        for (int i = from; i < end; i++) {
            int operation = choices[i];
            int after = model.step(states[depth], operation);
            if (after == Model.WRONG) {
                continue;
            }
            if (history.isNeeded(operation)) {
                choices[kept++] = operation;
            } else if (after != states[depth] && model.isOfUse(after, operation) && !isTwinLeft(operation)) {
                choices[others++] = operation;
            }
        }
        int count = others - end;
        System.arraycopy(choices, end, choices, kept, count);
        return kept + count;
    }
}
