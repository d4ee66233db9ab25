package roundhouse.scaling;

import java.io.Serializable;

/**
 * The units by which managed load balancers are billed, as AWS's LCU: as many as the dimension needs of which most is used. Units are
 * not rounded.
 *
 * @param price of a unit for an hour
 * @param newPerSecond connections opened in a second that one unit allows; infinite where they do not count
 * @param active connections at a time
 * @param gigabytesPerHour what passes in an hour
 * @param evaluationsPerSecond rules looked at in a second
 * @param freeRules rules that do not count
 */
public record CapacityUnits(
        double price,
        double newPerSecond,
        double active,
        double gigabytesPerHour,
        double evaluationsPerSecond,
        int freeRules)
        implements Serializable {
    /** How many are used. */
    public double used(Consumption of) {
        double connections = Math.max(of.newPerSecond() / newPerSecond, of.active() / active);
        double work = Math.max(
                of.gigabytesPerHour() / gigabytesPerHour, of.evaluationsPerSecond(freeRules) / evaluationsPerSecond);
        return Math.max(connections, work);
    }
}
