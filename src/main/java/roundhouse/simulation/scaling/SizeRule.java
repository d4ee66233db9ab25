package roundhouse.simulation.scaling;

import java.util.List;

/** Turns what is measured of a group's servers into how many there are to be. */
interface SizeRule {
    /** One round. {@code servers} are those that are wanted, starting ones included. */
    Recommendation decide(int current, List<GroupServer> servers, long nowNanos);

    /** How many there may be from now on. */
    void bounds(int least, int most);
}
