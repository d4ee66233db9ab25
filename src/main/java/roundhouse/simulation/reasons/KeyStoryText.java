package roundhouse.simulation.reasons;

import roundhouse.simulation.transcript.TranscriptWords;

/** Words for the events of a {@link CacheKeyStory}. */
final class KeyStoryText {
    private KeyStoryText() {}

    static String of(CacheKeyStory.Event event) {
        return switch (event) {
            case CacheKeyStory.Event.Came(long _, KeptValue value, boolean again) -> came(value, again);
            case CacheKeyStory.Event.Given(long first, long last, long times, long stale, long old) ->
                "given " + times(times) + until(first, last) + of(times, stale, "a newer version was there")
                        + of(times, old, "its time was over");
            case CacheKeyStory.Event.Missed(long first, long last, long times, boolean expired) ->
                (expired ? "found expired " : "asked for and not here ") + times(times) + until(first, last);
            case CacheKeyStory.Event.Left(Leaving leaving) -> LeavingText.withoutTime(leaving);
        };
    }

    private static String came(KeptValue value, boolean again) {
        String what = value.version() == KeptValue.NOTHING
                ? "the answer that there is nothing"
                : "version " + value.version() + (value.newer() == null ? "" : ", which is not the newest");
        String fresh = value.freshUntilNanos() == KeptValue.EVER
                ? ""
                : ", fresh until " + TranscriptWords.clock(value.freshUntilNanos());
        return (again ? "refreshed: " : "came: ") + what + fresh;
    }

    private static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }

    private static String until(long first, long last) {
        return first == last ? "" : " until " + TranscriptWords.clock(last);
    }

    private static String of(long all, long some, String how) {
        if (some == 0) {
            return "";
        }
        return ", " + (some == all ? "when " : times(some) + " when ") + how;
    }
}
