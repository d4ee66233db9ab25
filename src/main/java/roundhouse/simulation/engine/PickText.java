package roundhouse.simulation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Explanation;
import roundhouse.topology.nodes.parts.Rule;

/** Picks in words. */
public final class PickText {
    private PickText() {}

    static List<String> sentences(Pick pick) {
        List<String> sentences = new ArrayList<>();
        if (pick.ground() instanceof Pick.Ground.NoRoom) {
            sentences.add("No target of " + pick.node() + " has room.");
        } else {
            sentences.add(sentTo(pick));
        }
        if (!pick.waiting().isEmpty()) {
            sentences.add(pick.waiting());
        }
        if (!pick.rule().isEmpty()) {
            sentences.add("The rule " + pick.rule() + " chose the pool.");
        }
        switch (pick.ground()) {
            case Pick.Ground.Algorithm(Explanation explanation, String unstuck, String level, String zone) -> {
                Stream.of(unstuck, level, zone).filter(text -> !text.isEmpty()).forEach(sentences::add);
                algorithm(sentences, pick, explanation);
            }
            case Pick.Ground.Stickiness(String client) ->
                sentences.add("Stickiness decided, not " + pick.algorithm() + ": " + client + " was sent to "
                        + pick.target() + " before.");
            case Pick.Ground.Connection(long request) ->
                sentences.add("Its kept connection decided, not " + pick.algorithm() + ": at layer 4 "
                        + pick.target() + " was picked for the whole connection, with request " + count(request)
                        + ".");
            case Pick.Ground.NoRoom() -> {}
            case Pick.Ground.Room() ->
                sentences.add("The first target with room took it, not by " + pick.algorithm() + ".");
            case Pick.Ground.Repetition(int failures) ->
                sentences.add("It goes to the target that failed it once more, not by " + pick.algorithm()
                        + ": that was try " + failures + ".");
            case Pick.Ground.NoPool() -> sentences.add("No link belongs to the pool.");
        }
        return List.copyOf(sentences);
    }

    private static String sentTo(Pick pick) {
        return pick.target().isEmpty()
                ? pick.node() + " has nobody to send it to."
                : pick.node() + " sends it to " + pick.target() + ".";
    }

    private static void algorithm(List<String> sentences, Pick pick, Explanation explanation) {
        List<Explanation.Candidate> able = explanation.candidates().stream()
                .filter(candidate -> candidate.excluded().isEmpty())
                .toList();
        if (able.size() == 1) {
            sentences.add(able.getFirst().name() + " is the only one that can take it.");
        } else if (!able.isEmpty()) {
            String workings = able.stream()
                    .filter(candidate -> candidate.target() == explanation.picked())
                    .map(Explanation.Candidate::workings)
                    .collect(Collectors.joining());
            sentences.add(pick.algorithm() + ": " + explanation.rule()
                    + (workings.isEmpty() ? "" : " (" + pick.target() + ": " + workings + ")") + ".");
        }
        if (!explanation.tieBreak().isEmpty()) {
            sentences.add(capital(explanation.tieBreak()) + ".");
        }
        String excluded = explanation.candidates().stream()
                .filter(candidate -> !candidate.excluded().isEmpty())
                .map(candidate -> candidate.name() + " (" + candidate.excluded() + ")")
                .collect(Collectors.joining(", "));
        if (!excluded.isEmpty()) {
            sentences.add("Left out: " + excluded + ".");
        }
    }

    /** {@code path /api/* → pool api} */
    public static String rule(Rule rule) {
        List<String> conditions = new ArrayList<>();
        add(conditions, "host ", rule.host());
        add(conditions, "method ", rule.method());
        add(conditions, "path ", rule.path());
        add(conditions, "header ", rule.header(), ": ", rule.value());
        add(conditions, "cookie ", rule.cookie(), "=", rule.value());
        add(conditions, "query ", rule.query(), "=", rule.value());
        return String.join(", ", conditions) + " → pool " + rule.pool();
    }

    private static void add(List<String> conditions, String what, @Nullable String... its) {
        if (its[0] != null) {
            conditions.add(what + String.join("", its));
        }
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }
}
