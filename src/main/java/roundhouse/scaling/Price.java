package roundhouse.scaling;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a machine costs, in the currency of the catalogue.
 *
 * @param text as files have it: {@code 0.10/h + 0.09/GB}, or a name of the catalogue
 * @param perHour while it is there
 * @param perCoreHour of each of its cores
 * @param perRequest that comes in
 * @param perGigabyte of what it gives, 10^9 bytes
 * @param units what is billed by the dimension most used; null for nothing
 */
public record Price(
        String text,
        double perHour,
        double perCoreHour,
        double perRequest,
        double perGigabyte,
        @Nullable CapacityUnits units)
        implements Serializable {
    /** What that costs; nothing for no time. */
    public double of(Consumption used) {
        if (used.hours() <= 0) {
            return 0;
        }
        double fixed =
                used.hours() * hourly(used.cores()) + used.requests() * perRequest + used.gigabytes() * perGigabyte;
        return units == null ? fixed : fixed + used.hours() * units.price() * units.used(used);
    }

    /** What an hour costs of a machine with so many cores, whatever it does. */
    public double hourly(int cores) {
        return perHour + cores * perCoreHour;
    }

    /** Both. */
    public Price plus(Price other) {
        return new Price(
                text + " + " + other.text,
                perHour + other.perHour,
                perCoreHour + other.perCoreHour,
                perRequest + other.perRequest,
                perGigabyte + other.perGigabyte,
                units == null ? other.units : units);
    }
}
