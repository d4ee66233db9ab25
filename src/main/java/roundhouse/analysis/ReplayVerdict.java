package roundhouse.analysis;

import java.util.Locale;

/** Whether a saved run came out the same again. */
public sealed interface ReplayVerdict {
    /** Every event was the same, and so was the report, where the same version of the program saved a digest of it. */
    record Same(long events, long digest) implements ReplayVerdict {}

    /** Every event was the same, but what the report at the end says of them was not. */
    record ReportDiffers(long events, long digest) implements ReplayVerdict {}

    /**
     * Something else happened.
     *
     * @param first the number of the first event that differs, or of the first that may; from 1
     * @param last the same number where the event is known, otherwise the end of the stretch it is in
     * @param timeNanos of event {@code last} here, simulated nanoseconds
     * @param component what that event happened to here
     * @param missing the run ended here before that event
     */
    record Differs(long first, long last, long timeNanos, String component, boolean missing) implements ReplayVerdict {
        /** What differs, as part of a sentence. */
        public String inWords() {
            String at = timeNanos % 1_000_000_000 == 0 ? timeNanos / 1_000_000_000 + " s" : timeNanos / 1e9 + " s";
            if (missing) {
                return first == last
                        ? String.format(
                                Locale.ROOT,
                                "event %,d does not happen; the last is at %s, at %s",
                                first,
                                at,
                                component)
                        : String.format(
                                Locale.ROOT,
                                "one of the events from %,d to %,d; the last here is at %s, at %s",
                                first,
                                last,
                                at,
                                component);
            }
            return first == last
                    ? String.format(
                            Locale.ROOT, "event %,d is the first; here it is at %s, at %s", first, at, component)
                    : String.format(
                            Locale.ROOT,
                            "the first is one of the events from %,d to %,d; the last of them is at %s, at %s",
                            first,
                            last,
                            at,
                            component);
        }
    }
}
