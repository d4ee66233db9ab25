package roundhouse.storage.checking;

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
     * The budget was used up first.
     *
     * @param looked how many situations were looked at
     */
    record Unknown(long looked) implements HistoryVerdict {}
}
