package roundhouse.simulation.reasons;

import java.util.List;

/**
 * What became of one key in one cache, oldest first.
 *
 * @param cache the node's id, with the region or the user where it has several
 * @param key as clients ask for it
 * @param untilNanos simulated nanoseconds up to which it is told
 * @param before how many events before these are not told
 */
public record CacheKeyStory(String cache, long key, long untilNanos, long before, List<Event> events) {
    public CacheKeyStory {
        events = List.copyOf(events);
    }

    /** What can happen to it. */
    public sealed interface Event {
        /** Simulated nanoseconds; when it began. */
        long timeNanos();

        /**
         * A value came.
         *
         * @param again in place of one that was there
         */
        record Came(long timeNanos, KeptValue value, boolean again) implements Event {}

        /**
         * It was given, so often and until then, one after the other.
         *
         * @param stale how often when there was a newer version
         * @param old how often though its time was over
         */
        record Given(long timeNanos, long lastNanos, long times, long stale, long old) implements Event {}

        /**
         * It was asked for and could not be given, so often and until then.
         *
         * @param expired that its time was over; else there was none
         */
        record Missed(long timeNanos, long lastNanos, long times, boolean expired) implements Event {}

        /** It left, or was not let in. */
        record Left(Leaving leaving) implements Event {
            @Override
            public long timeNanos() {
                return leaving.timeNanos();
            }
        }
    }

    /** An event in words, without its time. */
    public static String words(Event event) {
        return KeyStoryText.of(event);
    }
}
