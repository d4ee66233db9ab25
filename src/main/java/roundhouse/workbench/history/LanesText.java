package roundhouse.workbench.history;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.HistoryLanes;
import roundhouse.storage.searching.Reason;

/** Lanes in words: what is said of an operation under the pointer, and to whoever cannot see the picture. */
final class LanesText {
    private final HistoryLanes lanes;
    private final LongFunction<String> time;

    /** @param time how a moment is written */
    LanesText(HistoryLanes lanes, LongFunction<String> time) {
        this.lanes = lanes;
        this.time = time;
    }

    String time(long moment) {
        return time.apply(moment);
    }

    /** {@code (2) write x = 2 by A, called at 20, returned at 30}. */
    String told(int operation) {
        OperationHistory history = lanes.history();
        String how = history.isKnown(operation)
                ? text("history.returned-at", time.apply(history.returned(operation)))
                : text("history.outcome-unknown-2");
        return text(
                "history.by-called-at",
                named(operation),
                history.clientName(operation),
                time.apply(history.call(operation)),
                how,
                role(operation));
    }

    private String role(int operation) {
        if (lanes.isWrong(operation)) {
            return text("history.would-be-wrong");
        }
        return lanes.number(operation) > 0 && !lanes.isNeeded(operation)
                ? text("history.may-have-happened-or-not-2")
                : "";
    }

    /** {@code (2) write x = 2}, without a number if it is not in the counter-example. */
    String named(int operation) {
        return (lanes.number(operation) > 0 ? numbered(operation) + " " : "") + lanes.words(operation);
    }

    private String numbered(int operation) {
        return "(" + lanes.number(operation) + ")";
    }

    /** {@code (1) returned before (2)}. */
    String told(Reason arrow) {
        return numbered(arrow.from()) + " " + arrow.kind().words() + " " + numbered(arrow.to());
    }

    /** The order that gets furthest, and what cannot come next; empty where no order was looked for. */
    List<String> order() {
        List<String> order = new ArrayList<>();
        IntStream.of(lanes.order()).forEach(operation -> order.add(named(operation)));
        return order;
    }

    /** Of writes that must each come before the next one of them, until the first comes again; empty where there are none. */
    List<String> circle() {
        List<Reason> before = lanes.arrows().stream()
                .filter(arrow -> arrow.kind() == Reason.Kind.COMES_BEFORE)
                .toList();
        List<Integer> way = new ArrayList<>();
        Optional<Reason> next = before.stream().findFirst();
        while (next.isPresent() && !way.contains(next.get().from())) {
            int from = next.get().from();
            int to = next.get().to();
            way.add(from);
            next = before.stream().filter(arrow -> arrow.from() == to).findFirst();
        }
        boolean isClosed = next.isPresent() && next.get().from() == way.getFirst();
        if (!isClosed) {
            return List.of();
        }
        way.add(way.getFirst());
        return way.stream().map(this::named).toList();
    }

    /** Those that would be wrong next. */
    List<String> wrong() {
        return IntStream.of(lanes.example())
                .filter(lanes::isWrong)
                .mapToObj(this::named)
                .toList();
    }

    /** All of it, line by line: the operations in order, then what is between them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        IntStream.of(lanes.example()).forEach(operation -> lines.add(told(operation)));
        lanes.arrows().forEach(arrow -> lines.add(told(arrow)));
        if (lanes.example().length == 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    text("history.d-operations-of-d-clients"),
                    lanes.history().size(),
                    lanes.count(),
                    time.apply(lanes.from()),
                    time.apply(lanes.until())));
        }
        return lines;
    }
}
