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
                    case Pick.Ground.Stickiness(String client) -> " " + text("following.because-of-stickiness", client);
                    case Pick.Ground.Connection(long request) ->
                        " " + text("following.because-of-connection", pick.target(), String.valueOf(request));
                    case Pick.Ground.NoRoom() -> " " + text("following.because-of-no-room") + waits(pick);
                    case Pick.Ground.Room() -> " " + text("following.because-of-room");
                    case Pick.Ground.Repetition(int failures) ->
                        " " + text("following.because-of-repetition", failures);
                    case Pick.Ground.NoPool() -> " " + text("following.because-of-no-pool");
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
            return " " + text("following.because-it-is-the-only-one");
        }
        if (pick.target().isEmpty()) {
            return " " + text("following.because-no-target-can");
        }
        String workings = able.stream()
                .filter(candidate -> candidate.target() == explanation.picked())
                .map(Candidate::workings)
                .findFirst()
                .orElse("");
        // Where the turns stand is too much for a sentence.
        String tie = explanation.tieBreak().replaceFirst(" \\(.*\\)$", "");
        return " " + text("following.because-of-algorithm", pick.algorithm(), explanation.rule())
                + (workings.isEmpty() ? "" : " (" + workings + ")") + (tie.isEmpty() ? "." : "; " + tie + ".");
    }
}
