package roundhouse.cli.reports;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import roundhouse.files.PlainText;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.HistoryLanes;

/**
 * The operations of a counter-example as bars in lanes of text. What overlaps in time does so here, but lengths are those of the words. Of
 * a call and a return at the same time the call stands to the left, because neither is before the other then.
 */
final class TextLanes {
    /** With wider bars they have numbers only. */
    private static final int WIDEST = 110;

    private final HistoryLanes lanes;
    private final OperationHistory history;
    /** The times at which something is called or returns, in order. */
    private final List<Moment> moments;

    /** A call, or a return, and those at the same time. */
    private record Moment(long time, boolean isReturn) {}

    private TextLanes(HistoryLanes lanes) {
        this.lanes = lanes;
        history = lanes.history();
        TreeSet<Moment> all =
                new TreeSet<>(Comparator.comparingLong(Moment::time).thenComparing(Moment::isReturn));
        for (int i = 0; i < history.size(); i++) {
            all.add(new Moment(history.call(i), false));
            all.add(new Moment(history.returned(i), true));
        }
        moments = List.copyOf(all);
    }

    static String of(HistoryLanes lanes) {
        TextLanes text = new TextLanes(lanes);
        String words = text.drawn(text.labels(i -> " " + PlainText.of(lanes.words(i))));
        boolean isTooWide = words.lines().anyMatch(line -> line.length() > WIDEST);
        return isTooWide ? text.drawn(text.labels(_ -> "")) : words;
    }

    private String[] labels(IntFunction<String> words) {
        return IntStream.range(0, history.size())
                .mapToObj(i -> "(" + lanes.number(i) + ")" + words.apply(i) + (lanes.isWrong(i) ? " ✕" : ""))
                .toArray(String[]::new);
    }

    private String drawn(String[] labels) {
        int[] columns = columns(labels);
        int titles = IntStream.range(0, lanes.count())
                .map(lane -> PlainText.of(lanes.title(lane)).length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (int lane = 0; lane < lanes.count(); lane++) {
            StringBuilder[] rows = new StringBuilder[lanes.rows(lane)];
            Arrays.setAll(rows, _ -> new StringBuilder());
            for (int operation : lanes.operations(lane)) {
                bar(rows[lanes.row(operation)], operation, labels[operation], columns);
            }
            for (int row = 0; row < rows.length; row++) {
                String title = row == 0 ? PlainText.of(lanes.title(lane)) : "";
                String line = title + " ".repeat(titles - title.length() + 2) + rows[row];
                text.append(line.stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    /** Where each moment stands: as far to the left as the words of what ends there let it. */
    private int[] columns(String[] labels) {
        int[] columns = new int[moments.size()];
        for (int moment = 0; moment < columns.length; moment++) {
            int least = moment == 0 ? 0 : columns[moment - 1] + 2;
            for (int i = 0; i < history.size(); i++) {
                if (returned(i) == moment) {
                    least = Math.max(least, columns[called(i)] + labels[i].length() + 1);
                }
            }
            columns[moment] = least;
        }
        return columns;
    }

    private int called(int operation) {
        return moments.indexOf(new Moment(history.call(operation), false));
    }

    private int returned(int operation) {
        return moments.indexOf(new Moment(history.returned(operation), true));
    }

    private void bar(StringBuilder row, int operation, String label, int[] columns) {
        int begin = columns[called(operation)];
        int end = columns[returned(operation)];
        boolean isKnown = history.isKnown(operation);
        row.append(" ".repeat(Math.max(0, begin - row.length())))
                .append('├')
                .append(label)
                .append((isKnown ? "─" : "┄").repeat(end - begin - 1 - label.length()))
                .append(isKnown ? "┤" : "▷");
    }
}
