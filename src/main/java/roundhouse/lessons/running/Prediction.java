package roundhouse.lessons.running;

import java.util.List;

/** What somebody predicted. */
public sealed interface Prediction {
    /** The choice of that text. */
    record Chosen(String text) implements Prediction {}

    /** A height for each bar or point, in the unit of its figure: nanoseconds, requests, per cent, requests a second. */
    record Drawn(List<Double> values) implements Prediction {
        public Drawn {
            values = List.copyOf(values);
        }
    }
}
