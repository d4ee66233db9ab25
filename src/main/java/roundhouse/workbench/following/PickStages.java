package roundhouse.workbench.following;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import roundhouse.routing.Explanation;
import roundhouse.routing.Explanation.Candidate;
import roundhouse.simulation.engine.Pick;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.model.ScoreMark;
import roundhouse.workbench.canvas.model.Spot;

/** One pick as stages: a candidate after the other with what the algorithm compares, then what it comes to. */
final class PickStages {
    /** With more candidates all are shown at once. */
    private static final int MOST_ONE_BY_ONE = 6;

    private final Pick pick;
    private final String balancer;
    private final UnaryOperator<String> ids;

    private PickStages(Pick pick, String balancer, UnaryOperator<String> ids) {
        this.pick = pick;
        this.balancer = balancer;
        this.ids = ids;
    }

    /**
     * @param balancer the id of the node that picks
     * @param ids the ids of its candidates, by what they are called
     */
    static List<FollowStage> of(Pick pick, String balancer, UnaryOperator<String> ids) {
        PickStages stages = new PickStages(pick, balancer, ids);
        return pick.ground() instanceof Pick.Ground.Algorithm algorithm
                ? stages.compared(algorithm.explanation())
                : List.of(stages.stage(PickSentence.of(pick), List.of()));
    }

    private List<FollowStage> compared(Explanation explanation) {
        List<Candidate> candidates = explanation.candidates();
        // Where the request's key stands is written on the balancer's own card.
        List<ScoreMark> own = explanation.key().isEmpty()
                ? List.of()
                : List.of(new ScoreMark(
                        balancer,
                        FigureText.sentence(text("following.key-stands", explanation.key())),
                        ScoreMark.Part.COMPARED));
        List<FollowStage> stages = new ArrayList<>();
        if (candidates.size() > 1 && candidates.size() <= MOST_ONE_BY_ONE) {
            for (int i = 0; i < candidates.size(); i++) {
                List<ScoreMark> marks = new ArrayList<>(own);
                for (int known = 0; known <= i; known++) {
                    Candidate candidate = candidates.get(known);
                    marks.add(mark(
                            candidate,
                            !candidate.excluded().isEmpty()
                                    ? ScoreMark.Part.LEFT_OUT
                                    : known == i ? ScoreMark.Part.LOOKED_AT : ScoreMark.Part.COMPARED));
                }
                stages.add(stage(looks(candidates.get(i)), marks));
            }
        }
        List<ScoreMark> all = new ArrayList<>(own);
        candidates.stream()
                .map(candidate -> mark(
                        candidate,
                        candidate.target() == explanation.picked()
                                ? ScoreMark.Part.PICKED
                                : candidate.excluded().isEmpty() ? ScoreMark.Part.COMPARED : ScoreMark.Part.LEFT_OUT))
                .forEach(all::add);
        stages.add(stage(PickSentence.of(pick), all));
        return stages;
    }

    private FollowStage stage(String says, List<ScoreMark> marks) {
        return new FollowStage(
                pick.timeNanos(),
                pick.timeNanos(),
                new Spot.AtNode(balancer),
                FigureText.sentence(says),
                marks.isEmpty() ? null : new Scores(balancer, marks));
    }

    private String looks(Candidate candidate) {
        return candidate.excluded().isEmpty()
                ? text("following.looks-at", pick.node(), candidate.name(), compared(candidate))
                : text("following.leaves-out", pick.node(), candidate.name(), candidate.excluded());
    }

    private ScoreMark mark(Candidate candidate, ScoreMark.Part part) {
        return new ScoreMark(
                ids.apply(candidate.name()),
                FigureText.sentence(candidate.excluded().isEmpty() ? compared(candidate) : candidate.excluded()),
                part);
    }

    private static String compared(Candidate candidate) {
        String workings = candidate.workings();
        String score = candidate.score();
        return workings.isEmpty() || workings.equals(score)
                ? score
                : score.isEmpty() ? workings : workings + " → " + score;
    }
}
