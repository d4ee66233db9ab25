package roundhouse.storage.lanes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import roundhouse.storage.checking.CounterExample;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Reason;

/**
 * The lanes of a history: those of the clients that a counter-example is about first, the others in the order in which they came. Operations
 * are told by their numbers in the history.
 */
public final class HistoryLanes {
    private final OperationHistory history;
    private final int[] example;
    private final int[] numbers;
    private final BitSet needed = new BitSet();
    private final BitSet wrong = new BitSet();
    private final List<Reason> arrows;
    private final List<String> why;
    private final int[] order;
    private final List<int[]> lanes = new ArrayList<>();
    private final int[] laneOf;
    private final int[] rowOf;
    private final long[] ends;
    private final int[] rows;
    private final long from;
    private final long until;

    private HistoryLanes(OperationHistory history, Optional<CounterExample> broken) {
        this.history = history;
        example = broken.map(few -> ExamplePlaces.of(few.operations(), history)).orElse(new int[0]);
        numbers = new int[history.size()];
        for (int i = 0; i < example.length; i++) {
            numbers[example[i]] = i + 1;
        }
        broken.ifPresent(few -> {
            IntStream.range(0, example.length).filter(few.needed()::get).forEach(i -> needed.set(example[i]));
            few.reasons().wrong().forEach(i -> wrong.set(example[i]));
        });
        arrows = broken.map(few -> few.reasons().arrows()).orElse(List.of()).stream()
                .map(arrow -> new Reason(example[arrow.from()], example[arrow.to()], arrow.kind()))
                .toList();
        why = broken.map(CounterExample::why).orElse(List.of());
        order = broken.map(few -> few.reasons().order()).orElse(List.of()).stream()
                .mapToInt(place -> example[place])
                .toArray();
        laneOf = new int[history.size()];
        rowOf = new int[history.size()];
        ends = new long[history.size()];
        fillLanes();
        rows = new int[lanes.size()];
        for (int lane = 0; lane < rows.length; lane++) {
            for (int operation : lanes.get(lane)) {
                laneOf[operation] = lane;
            }
            rows[lane] = LaneRows.fill(history, lanes.get(lane), operation -> numbers[operation] > 0, rowOf, ends);
        }
        from = IntStream.range(0, history.size()).mapToLong(history::call).min().orElse(0);
        until = IntStream.range(0, history.size())
                .mapToLong(i -> history.isKnown(i) ? history.returned(i) : history.call(i))
                .max()
                .orElse(0);
    }

    /** A history, and if it is broken what shows it. */
    public static HistoryLanes of(OperationHistory history, Optional<CounterExample> broken) {
        return new HistoryLanes(history, broken);
    }

    /** The operations of a counter-example and nothing else. */
    public static HistoryLanes of(CounterExample broken) {
        return new HistoryLanes(broken.operations(), Optional.of(broken));
    }

    private void fillLanes() {
        int[] counts = new int[history.clients()];
        for (int i = 0; i < history.size(); i++) {
            counts[history.client(i)]++;
        }
        int[][] ofClient = new int[counts.length][];
        for (int client = 0; client < counts.length; client++) {
            ofClient[client] = new int[counts[client]];
        }
        for (int i = history.size() - 1; i >= 0; i--) {
            ofClient[history.client(i)][--counts[history.client(i)]] = i;
        }
        IntStream.concat(IntStream.of(example).map(history::client), IntStream.range(0, ofClient.length))
                .distinct()
                .filter(client -> ofClient[client].length > 0)
                .forEach(client -> lanes.add(ofClient[client]));
    }

    public OperationHistory history() {
        return history;
    }

    /** How many lanes there are. */
    public int count() {
        return lanes.size();
    }

    /** The client of a lane. */
    public String title(int lane) {
        return history.clientName(lanes.get(lane)[0]);
    }

    /** The operations of a lane, in the order of their calls. */
    public int[] operations(int lane) {
        return lanes.get(lane).clone();
    }

    /** How many operations a lane has. */
    public int size(int lane) {
        return lanes.get(lane).length;
    }

    /** One of a lane, by its place in the order of their calls. */
    public int operation(int lane, int place) {
        return lanes.get(lane)[place];
    }

    /** How many rows a lane needs, so that none of its bars covers another; from 1. */
    public int rows(int lane) {
        return rows[lane];
    }

    public int lane(int operation) {
        return laneOf[operation];
    }

    /** The row of its lane, from 0. */
    public int row(int operation) {
        return rowOf[operation];
    }

    /**
     * When its bar ends: when it returned, or, of one with an unknown outcome that is not in the counter-example, when its client asked
     * again; {@link OperationHistory#NEVER} where it is open for good.
     */
    public long end(int operation) {
        return ends[operation];
    }

    /** The operations of the counter-example, by their numbers there. */
    public int[] example() {
        return example.clone();
    }

    /** Its number in the counter-example, from 1; 0 if it is not in it. */
    public int number(int operation) {
        return numbers[operation];
    }

    /** Whether it is one of those that cannot all be right. */
    public boolean isNeeded(int operation) {
        return needed.get(operation);
    }

    /** Whether the order that gets furthest would be wrong with it next. */
    public boolean isWrong(int operation) {
        return wrong.get(operation);
    }

    public List<Reason> arrows() {
        return arrows;
    }

    /** Sentences that say why the operations of the counter-example cannot all be right. */
    public List<String> why() {
        return why;
    }

    /** The beginning of an order that gets as far as any; empty where none was looked for. */
    public int[] order() {
        return order.clone();
    }

    /** The first call, in the unit of the history. */
    public long from() {
        return from;
    }

    /** The last return, or call of what never returned. */
    public long until() {
        return until;
    }

    public String words(int operation) {
        return BarWords.of(history, operation);
    }
}
