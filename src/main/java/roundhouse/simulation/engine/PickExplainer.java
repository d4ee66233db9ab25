package roundhouse.simulation.engine;

/** Targets, among them the one that an attempt is sent to, that can say why. Saying it changes nothing. */
public interface PickExplainer {
    /** The pick that is about to be made for the attempt. */
    Pick byAlgorithm(Attempt attempt);

    /** That the attempt goes to that target because its client sticks to it. */
    Pick byStickiness(Attempt attempt, int target);

    /** That the attempt goes to that target, which has failed it, once more. */
    Pick byRepetition(Attempt attempt, int target);

    /** That the attempt goes to that target because its connection was given it with the request {@code opener}. */
    Pick byConnection(Attempt attempt, int target, long opener);
}
