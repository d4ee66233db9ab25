package roundhouse.routing;

import java.util.List;

/**
 * Why a balancer picks a target.
 *
 * @param picked the target's index, or {@link Balancer#NONE}
 * @param rule what decides, in a sentence: "fewest in flight ÷ weight"
 * @param candidates every target of the pool, in its order
 * @param tieBreak how equal scores were settled, or empty when none were equal
 * @param key where the request's key stands among the targets, {@code at 37.214 % of the ring}; empty where it stands nowhere
 */
public record Explanation(int picked, String rule, List<Candidate> candidates, String tieBreak, String key) {
    /** Of an algorithm that asks for no key of the request. */
    public Explanation(int picked, String rule, List<Candidate> candidates, String tieBreak) {
        this(picked, rule, candidates, tieBreak, "");
    }

    /**
     * One target's part in the pick.
     *
     * @param workings the figures that went in: "7 ÷ 1"
     * @param score what they came to: "7.0"; empty when excluded
     * @param excluded why it could not be picked, or empty
     */
    public record Candidate(int target, String name, String workings, String score, String excluded) {}
}
