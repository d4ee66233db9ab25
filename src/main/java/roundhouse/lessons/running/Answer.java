package roundhouse.lessons.running;

import java.util.List;

/** What somebody predicted. */
public sealed interface Answer {
    /** The choice of that text. */
    record Chosen(String text) implements Answer {}

    /** A height for each bar or point, in the unit of its figure: nanoseconds, requests, per cent, requests a second. */
    record Drawn(List<Double> values) implements Answer {
        public Drawn {
            values = List.copyOf(values);
        }
    }
}
