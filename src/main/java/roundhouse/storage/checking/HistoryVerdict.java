package roundhouse.storage.checking;

import java.util.Locale;
import java.util.OptionalLong;

/** What a check says of a history. */
public sealed interface HistoryVerdict {
    /**
     * The promise is kept.
     *
     * @param least for a bound that was asked for the least that holds: versions, or time
     */
    record Holds(OptionalLong least) implements HistoryVerdict {}

    record Broken(CounterExample example) implements HistoryVerdict {}

    /**
     * It was given up first.
     *
     * @param looked how many situations were looked at
     * @param why in words that go on after a colon
     */
    record Unknown(long looked, String why) implements HistoryVerdict {
        /** The budget was used up. */
        public Unknown(long looked) {
            this(looked, String.format(Locale.ROOT, "the budget was used up after %,d situations", looked));
        }
    }
}
