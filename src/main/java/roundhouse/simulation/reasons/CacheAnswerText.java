package roundhouse.simulation.reasons;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.transcript.TranscriptWords;

/** Words for a {@link CacheAnswer}. */
final class CacheAnswerText {
    private CacheAnswerText() {}

    static String brief(CacheAnswer answer) {
        return switch (answer.reason()) {
            case CacheReason.Given(KeptValue value, CacheReason.How how) -> {
                if (value.version() == KeptValue.NOTHING) {
                    yield "hit: there is nothing";
                }
                String old = value.newer() == null ? "" : ", there is a newer version";
                yield switch (how) {
                    case FRESH -> "hit, fresh" + old;
                    case WHILE_FETCHED -> "hit, stale while it is fetched anew" + old;
                    case ON_ERROR -> "stale, as fetching failed" + old;
                    case SHARED -> "given what was fetched" + old;
                    case PENDING -> "hit, not written to the store yet" + old;
                };
            }
            case CacheReason.Expired _ -> "miss, expired";
            case CacheReason.Absent(Leaving leaving, CacheReason.Next _) ->
                "miss, " + leaving.cause().words();
            case CacheReason.Bypassed(CacheReason.Bypass bypass) ->
                switch (bypass) {
                    case WRITE -> "bypassed: a write";
                    case DOWN -> "bypassed: it does not answer";
                };
        };
    }

    static List<String> sentences(CacheAnswer answer) {
        List<String> sentences = new ArrayList<>();
        sentences.add(answer.cache() + ": " + brief(answer) + ".");
        switch (answer.reason()) {
            case CacheReason.Given(KeptValue value, CacheReason.How how) -> {
                sentences.add(capital(value(value, how, answer.timeNanos())) + ".");
                newer(sentences, value, answer);
            }
            case CacheReason.Expired(KeptValue value, CacheReason.Next next) -> {
                sentences.add(capital(value(value, CacheReason.How.FRESH, answer.timeNanos())) + ".");
                next(sentences, next);
            }
            case CacheReason.Absent(Leaving leaving, CacheReason.Next next) -> {
                sentences.add(capital(LeavingText.of(leaving)) + ".");
                next(sentences, next);
            }
            case CacheReason.Bypassed _ -> {}
        }
        return sentences;
    }

    private static String value(KeptValue value, CacheReason.How how, long nowNanos) {
        if (how == CacheReason.How.SHARED) {
            return "version " + value.version() + ", which has just come";
        }
        String what = value.version() == KeptValue.NOTHING
                ? "the answer that there is nothing, here"
                : "version " + value.version() + ", here";
        String since = what + " since " + TranscriptWords.clock(value.storedNanos()) + " ("
                + TranscriptWords.time(nowNanos - value.storedNanos()) + ")";
        if (how == CacheReason.How.PENDING) {
            return since + ", and still to be written to the store";
        }
        if (value.freshUntilNanos() == KeptValue.EVER) {
            return since + ", fresh for ever as there is no TTL";
        }
        String at = TranscriptWords.clock(value.freshUntilNanos());
        KeptValue.Rule rule = value.rule();
        String ttl = at + " by its TTL of " + TranscriptWords.time(value.lifeNanos()) + rule.counted();
        return switch (how) {
            case WHILE_FETCHED ->
                since + ", expired at " + ttl + more(rule.whileFetchedNanos(), "while it is fetched anew");
            case ON_ERROR -> since + ", expired at " + ttl + more(rule.onErrorNanos(), "where fetching it fails");
            case FRESH, SHARED, PENDING ->
                since + (value.freshUntilNanos() > nowNanos ? ", fresh until " : ", expired at ") + ttl;
        };
    }

    private static String more(long nanos, String when) {
        return nanos == 0 ? "" : "; for " + TranscriptWords.time(nanos) + " more it is given " + when;
    }

    private static void newer(List<String> sentences, KeptValue value, CacheAnswer answer) {
        Newer newer = value.newer();
        if (newer == null) {
            return;
        }
        String who = newer.node().isEmpty() ? "somebody" : newer.node();
        String clients = newer.request() == 0
                ? ""
                : " for request " + newer.request() + (newer.clients().isEmpty() ? "" : " of " + newer.clients());
        sentences.add("Out of date for " + TranscriptWords.time(answer.timeNanos() - newer.writtenNanos()) + ": " + who
                + " wrote version " + newer.version() + " at " + TranscriptWords.clock(newer.writtenNanos()) + clients
                + (newer.newest() > newer.version() ? ", and the newest is version " + newer.newest() : "") + ".");
        sentences.add(message(newer.message()));
    }

    private static String message(Newer.Message message) {
        String at = TranscriptWords.clock(message.atNanos());
        return switch (message.fate()) {
            case NONE -> "No message tells this cache.";
            case GATHERED -> "The message waits to be sent with others since " + at + ".";
            case UNDER_WAY -> "The message is late: it gets here at " + at + ".";
            case LOST -> "The message was lost at " + at + ".";
            case TAKEN_OUT ->
                "That request had the key taken out of here at " + at + ", and the old version was put in after it.";
            case CAME_BEFORE -> "The message had come at " + at + ", and the old version was put in after it.";
        };
    }

    private static void next(List<String> sentences, CacheReason.Next next) {
        if (next.waits()) {
            sentences.add(
                    next.request() == 0
                            ? "It waits for the fetch that is under way."
                            : "It waits for what request " + next.request() + " fetches.");
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
