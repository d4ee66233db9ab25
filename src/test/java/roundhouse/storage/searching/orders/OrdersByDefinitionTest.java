package roundhouse.storage.searching.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.WrittenHistory;
import roundhouse.storage.models.KeyedModel;
import roundhouse.storage.models.Model;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;

/** Small histories at random: a search finds an order exactly where trying every order of every subset does. */
class OrdersByDefinitionTest {
    private static final int HISTORIES = 400;

    private final RandomStream random = new RandomStream(2017);

    /** Whether one must come before another. */
    @FunctionalInterface
    private interface Precedes {
        boolean test(int first, int then);
    }

    /** Few values, so that many answers are right by chance, and times that touch. */
    private OperationHistory history() {
        WrittenHistory written = new WrittenHistory(ModelKind.KV, 0);
        int operations = random.nextInt(2, 8);
        long[] free = new long[3];
        for (int i = 0; i < operations; i++) {
            int client = random.nextInt(3);
            if (free[client] == OperationHistory.NEVER) {
                continue;
            }
            long call = Math.max(free[client] + 1, random.nextLong(12));
            long returned = random.nextInt(4) == 0 ? OperationHistory.NEVER : call + random.nextLong(6);
            free[client] = returned;
            String key = random.nextInt(4) == 0 ? "y" : "x";
            int value = random.nextInt(3);
            switch (random.nextInt(4)) {
                case 0 -> written.write("c" + client, key, value, call, returned);
                case 1 -> {
                    boolean matched = random.nextBoolean();
                    written.cas("c" + client, key, random.nextInt(3), value, matched, call, returned);
                }
                default -> written.read("c" + client, key, value, call, returned);
            }
        }
        OperationHistory history = written.end();
        int optional = random.nextInt(4);
        return history.part(IntStream.range(0, history.size()).toArray(), i -> i % 4 != optional);
    }

    /** By the definition, and by nothing of the search. */
    private static boolean isOrdered(
            OperationHistory history, Model model, Precedes precedes, int state, List<Integer> order) {
        if (IntStream.range(0, history.size()).allMatch(i -> order.contains(i) || !history.isNeeded(i))) {
            return true;
        }
        for (int i = 0; i < history.size(); i++) {
            int next = i;
            if (order.contains(i) || order.stream().anyMatch(done -> precedes.test(next, done))) {
                continue;
            }
            int after = model.step(state, i);
            if (after != Model.WRONG) {
                order.add(i);
                if (isOrdered(history, model, precedes, after, order)) {
                    return true;
                }
                order.removeLast();
            }
        }
        return false;
    }

    private static void isAsFound(OperationHistory history, OrderSearch search, Precedes precedes, boolean[] seen) {
        Model model = new KeyedModel(history);
        boolean isThere = isOrdered(history, model, precedes, model.initial(), new ArrayList<>());
        assertThat(search.run()).isEqualTo(isThere ? Answer.YES : Answer.NO);
        List<Integer> order = IntStream.of(search.order()).boxed().toList();
        assertThat(order).doesNotHaveDuplicates();
        int state = model.initial();
        for (int place = 0; place < order.size(); place++) {
            int operation = order.get(place);
            state = model.step(state, operation);
            assertThat(state).isNotEqualTo(Model.WRONG);
            assertThat(order.subList(0, place)).noneMatch(before -> precedes.test(operation, before));
        }
        long needed = IntStream.range(0, history.size())
                .filter(history::isNeeded)
                .filter(i -> !order.contains(i))
                .count();
        assertThat(needed == 0).isEqualTo(isThere);
        seen[isThere ? 1 : 0] = true;
    }

    @Test
    void inRealTime() {
        boolean[] seen = new boolean[2];
        for (int i = 0; i < HISTORIES; i++) {
            OperationHistory history = history();
            isAsFound(
                    history,
                    OrderSearch.inRealTime(history, new KeyedModel(history), Budget.of(1_000_000)),
                    (first, then) -> history.returned(first) < history.call(then),
                    seen);
        }
        assertThat(seen).containsOnly(true);
    }

    @Test
    void inTheOrderOfEachClient() {
        boolean[] seen = new boolean[2];
        for (int i = 0; i < HISTORIES; i++) {
            OperationHistory history = history();
            isAsFound(
                    history,
                    OrderSearch.inClientOrder(history, new KeyedModel(history), Budget.of(1_000_000)),
                    (first, then) ->
                            first < then && history.client(first) == history.client(then) && history.isKnown(first),
                    seen);
        }
        assertThat(seen).containsOnly(true);
    }

    /** Lowe 2017: what has led nowhere is not tried again, and of the same things the one called first is enough. */
    @Test
    void looksAtFewSituations() {
        WrittenHistory written = new WrittenHistory(ModelKind.KV, 0);
        for (int i = 0; i < 12; i++) {
            written.write("a" + i, "x", 1, 0, OperationHistory.NEVER);
        }
        OperationHistory same =
                written.read("b", "x", 1, 10, 15).read("b", "x", 2, 20, 25).end();
        Budget budget = Budget.of(1_000_000);
        assertThat(OrderSearch.inRealTime(same, new KeyedModel(same), budget).run())
                .isEqualTo(Answer.NO);
        assertThat(budget.spent()).as("of twelve that do the same").isLessThan(20);
        WrittenHistory adds = new WrittenHistory(ModelKind.COUNTER, 0);
        for (int i = 0; i < 8; i++) {
            adds.does("a" + i, OperationKind.INCREMENT, "x", i + 1, Value.NOTHING, 0, 5);
        }
        OperationHistory wrong = adds.read("b", "x", 99, 10, 15).end();
        budget = Budget.of(1_000_000);
        assertThat(OrderSearch.inRealTime(wrong, new KeyedModel(wrong), budget).run())
                .isEqualTo(Answer.NO);
        assertThat(budget.spent()).as("sets, not orders").isEqualTo(256);
    }

    @Test
    void readsAreTakenAtOnceWhereTheyAreRight() {
        WrittenHistory written = new WrittenHistory(ModelKind.KV, 0);
        for (int i = 0; i < 30; i++) {
            written.read("r" + i, "x", i % 2, 0, 100);
        }
        OperationHistory history = written.write("w", "x", 1, 0, 100).end();
        Budget budget = Budget.of(1_000);
        OrderSearch search = OrderSearch.inRealTime(history, new KeyedModel(history), budget);
        assertThat(search.run()).isEqualTo(Answer.YES);
        assertThat(budget.spent()).isLessThan(5);
        assertThat(search.order()).hasSize(31);
    }

    @Test
    void aBudgetCanBeTooSmall() {
        OperationHistory history = new WrittenHistory(ModelKind.KV, 0)
                .write("a", "x", 1, 0, 5)
                .write("a", "x", 2, 10, 15)
                .end();
        assertThat(OrderSearch.inRealTime(history, new KeyedModel(history), Budget.of(1))
                        .run())
                .isEqualTo(Answer.UNKNOWN);
    }

    /** More operations than one word of bits has, and than there is room for at first. */
    @Test
    void longHistoriesAreOrderedToo() {
        WrittenHistory written = new WrittenHistory(ModelKind.KV, 0);
        for (int i = 0; i < 300; i++) {
            written.write("w" + i % 3, "x", i, i * 10, i * 10 + 25).read("r", "x", i, i * 10 + 1, i * 10 + 9);
        }
        OperationHistory right = written.end();
        for (OrderSearch search : List.of(
                OrderSearch.inRealTime(right, new KeyedModel(right), Budget.of(1_000_000)),
                OrderSearch.inClientOrder(right, new KeyedModel(right), Budget.of(1_000_000)))) {
            assertThat(search.run()).isEqualTo(Answer.YES);
            assertThat(search.order()).hasSize(600);
        }
        OperationHistory wrong = written.read("r", "x", 5, 4_000, 4_005).end();
        assertThat(OrderSearch.inRealTime(wrong, new KeyedModel(wrong), Budget.of(1_000_000))
                        .run())
                .isEqualTo(Answer.NO);
    }
}
