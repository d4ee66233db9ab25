package roundhouse.workbench.following;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import roundhouse.routing.Explanation;
import roundhouse.routing.Explanation.Candidate;
import roundhouse.simulation.engine.Pick;

/** A pick in one sentence; the request's side has the others. */
final class PickSentence {
    private PickSentence() {}

    static String of(Pick pick) {
        String picked = pick.target().isEmpty()
                ? text("following.has-nobody-to-send-it", pick.node())
                : text("following.is-picked-by", pick.target(), pick.node());
        return picked
                + switch (pick.ground()) {
                    case Pick.Ground.Algorithm algorithm -> because(pick, algorithm.explanation());
                    case Pick.Ground.Stickiness(String client) ->
                        " because " + client + " was sent there before (stickiness).";
                    case Pick.Ground.Connection(long request) ->
                        " because its connection is kept: it was given to " + pick.target() + " with request " + request
                                + ".";
                    case Pick.Ground.NoRoom() -> " because no target has room" + waits(pick);
                    case Pick.Ground.Repetition(int failures) ->
                        " once more, because it may fail a request again: that was try " + failures + ".";
                    case Pick.Ground.NoPool() -> " because no link belongs to the pool.";
                };
    }

    private static String waits(Pick pick) {
        return pick.waiting().isEmpty() ? "." : ". " + pick.waiting();
    }

    private static String because(Pick pick, Explanation explanation) {
        List<Candidate> able = explanation.candidates().stream()
                .filter(candidate -> candidate.excluded().isEmpty())
                .toList();
        if (able.size() == 1 && !pick.target().isEmpty()) {
            return " because it is the only one that can take it.";
        }
        if (pick.target().isEmpty()) {
            return " because no target can take it.";
        }
        String workings = able.stream()
                .filter(candidate -> candidate.target() == explanation.picked())
                .map(Candidate::workings)
                .findFirst()
                .orElse("");
        // Where the turns stand is too much for a sentence.
        String tie = explanation.tieBreak().replaceFirst(" \\(.*\\)$", "");
        return " because of " + pick.algorithm() + ": " + explanation.rule()
                + (workings.isEmpty() ? "" : " (" + workings + ")") + (tie.isEmpty() ? "." : "; " + tie + ".");
    }
}
