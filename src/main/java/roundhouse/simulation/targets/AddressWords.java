package roundhouse.simulation.targets;

import java.util.List;
import roundhouse.routing.Explanation;
import roundhouse.simulation.components.LinkComponent;

/** Explanations of picks among balancers that share an address: one without it is no dead one, and says why it has it not. */
final class AddressWords {
    private AddressWords() {}

    static Explanation in(Explanation explanation, LinkComponent[] links) {
        boolean any =
                explanation.candidates().stream().anyMatch(candidate -> links[candidate.target()].addressElsewhere());
        if (!any) {
            return explanation;
        }
        List<Explanation.Candidate> candidates = explanation.candidates().stream()
                .map(candidate -> worded(candidate, links[candidate.target()]))
                .toList();
        return new Explanation(explanation.picked(), explanation.rule(), candidates, explanation.tieBreak());
    }

    private static Explanation.Candidate worded(Explanation.Candidate candidate, LinkComponent link) {
        return link.addressElsewhere() && !link.link().down()
                ? new Explanation.Candidate(
                        candidate.target(),
                        candidate.name(),
                        candidate.workings(),
                        candidate.score(),
                        link.addressWords())
                : candidate;
    }
}
