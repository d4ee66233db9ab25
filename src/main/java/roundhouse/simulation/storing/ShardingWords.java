package roundhouse.simulation.storing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.stores.Store;

/** What the transcript says of keys that change hands. */
final class ShardingWords {
    private static final int KIB = 1 << 10;

    private ShardingWords() {}

    /** What is to become of who has keys. */
    static String change(RunContext context, Sharding.Layout before, Sharding.Layout after) {
        String joined = titles(context, missing(after, before));
        String left = titles(context, missing(before, after));
        if (joined.isEmpty() && left.isEmpty()) {
            return "the keys are placed anew";
        }
        return (joined.isEmpty() ? "" : joined + (missing(after, before).size() == 1 ? " joins" : " join"))
                + (joined.isEmpty() || left.isEmpty() ? "" : ", ")
                + (left.isEmpty() ? "" : left + (missing(before, after).size() == 1 ? " leaves" : " leave"));
    }

    /** What has become of it. */
    static String done(RunContext context, Sharding.Layout before, Sharding.Layout after) {
        List<String> joined = missing(after, before);
        List<String> left = missing(before, after);
        if (joined.isEmpty() && left.isEmpty()) {
            return "the keys are where they are placed";
        }
        return (joined.isEmpty() ? "" : titles(context, joined) + (joined.size() == 1 ? " has" : " have") + " joined")
                + (joined.isEmpty() || left.isEmpty() ? "" : ", ")
                + (left.isEmpty() ? "" : titles(context, left) + (left.size() == 1 ? " has" : " have") + " left");
    }

    private static List<String> missing(Sharding.Layout from, Sharding.Layout in) {
        return from.holders().stream().filter(id -> !in.holders().contains(id)).toList();
    }

    private static String titles(RunContext context, List<String> ids) {
        return ids.stream().map(context.titles::of).collect(Collectors.joining(", "));
    }

    /**
     * What is sent.
     *
     * @param moves keys by their source and receiver
     */
    static String moves(RunContext context, Store spec, Map<List<Integer>, Integer> moves) {
        if (moves.isEmpty()) {
            return "no key changes hands";
        }
        return moves.entrySet().stream()
                .map(each -> TranscriptWords.count(each.getValue(), "key") + " from "
                        + context.titles.of(spec.members().get(each.getKey().getFirst())) + " to "
                        + context.titles.of(spec.members().get(each.getKey().getLast())))
                .collect(Collectors.joining(", "));
    }

    /** An amount of data: 12 B, 3.4 KiB, 1.2 MiB. */
    static String bytes(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        double kib = (double) bytes / KIB;
        return kib < KIB
                ? TranscriptWords.number(Math.round(10 * kib) / 10.0) + " KiB"
                : TranscriptWords.number(Math.round(10 * kib / KIB) / 10.0) + " MiB";
    }
}
