package roundhouse.simulation.targets;

import roundhouse.routing.Explanation;
import roundhouse.simulation.components.LinkComponent;

/**
 * Explanations of picks in the words that people use: targets by their titles, and of balancers that share an address the one without
 * it is no dead one, and says why it has it not.
 */
final class TargetWords {
    private TargetWords() {}

    static Explanation in(Explanation explanation, LinkComponent[] links) {
        return new Explanation(
                explanation.picked(),
                explanation.rule(),
                explanation.candidates().stream()
                        .map(candidate -> worded(candidate, links[candidate.target()]))
                        .toList(),
                explanation.tieBreak(),
                explanation.key());
    }

    private static Explanation.Candidate worded(Explanation.Candidate candidate, LinkComponent link) {
        boolean elsewhere = link.addressElsewhere() && !link.link().down();
        return new Explanation.Candidate(
                candidate.target(),
                link.to.title(),
                candidate.workings(),
                candidate.score(),
                elsewhere ? link.addressWords() : candidate.excluded());
    }
}
