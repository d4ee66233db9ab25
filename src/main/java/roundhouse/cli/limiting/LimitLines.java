package roundhouse.cli.limiting;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Answers the lines of a list in their order, and ends what they said how long it takes. */
public final class LimitLines {
    /** What is done with each answer. */
    public interface Answers {
        void add(LimitArrival arrival, LineAnswer decision);
    }

    private record End(LimitArrival line, long number) {}

    private final Judge judge;
    private final PriorityQueue<End> ends = new PriorityQueue<>(
            Comparator.<End>comparingLong(end -> end.line.atNanos()).thenComparingLong(End::number));
    private long lastNanos;
    private long lines;

    /** @throws IllegalArgumentException when the type cannot work with the limits */
    public LimitLines(String type, List<LimitText> limits, int keys) {
        judge = Judges.of(type, limits, keys);
    }

    /** @throws IllegalArgumentException when it is not a line of the list, or comes before the last */
    public void add(String line, Answers answers) {
        LimitArrival arrival = LimitArrival.parse(line);
        if (arrival == null) {
            return;
        }
        if (arrival.atNanos() < lastNanos) {
            throw new IllegalArgumentException("the time goes back, from " + millis(lastNanos) + " to "
                    + millis(arrival.atNanos()) + " ms; arrivals stand in their order");
        }
        lastNanos = arrival.atNanos();
        lines++;
        endAll(arrival.atNanos());
        if (arrival.word("ends") != null) {
            answers.add(arrival, judge.ended(arrival));
            return;
        }
        Long length = arrival.nanosOf("for");
        // Its number names it where it has no name.
        LimitArrival asked = length == null || arrival.word("id") != null
                ? arrival
                : arrival.later(lastNanos, "id", "line " + lines);
        LineAnswer decision = judge.asked(asked);
        if (length != null && !decision.answer().equals("reject")) {
            if (decision.answer().equals("pending")) {
                throw new IllegalArgumentException("for: who is pending does not know when it begins; write ends=");
            }
            ends.add(new End(asked.later(lastNanos + length, "ends", name(asked.word("id"))), lines));
        }
        answers.add(arrival, decision);
    }

    private static String name(@Nullable String id) {
        return String.valueOf(id);
    }

    /** What ends with an arrival has ended before it. */
    private void endAll(long nowNanos) {
        for (End end = ends.peek(); end != null && end.line.atNanos() <= nowNanos; end = ends.peek()) {
            judge.ended(ends.remove().line);
        }
    }

    /** Milliseconds in as few digits as they have. */
    public static String millis(long nanos) {
        return decimal(nanos, 6);
    }

    /** Nanoseconds with the point so many digits to the left. */
    public static String decimal(long nanos, int digits) {
        return nanos == 0
                ? "0"
                : BigDecimal.valueOf(nanos, digits).stripTrailingZeros().toPlainString();
    }
}
