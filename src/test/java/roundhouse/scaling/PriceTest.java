package roundhouse.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PriceTest {
    /** A tenth an hour, 0.05 more for each core, a thousandth a request, 0.09 a gigabyte. */
    private static final Price MACHINE = new Price("machine", 0.1, 0.05, 0.001, 0.09, null);
    /** AWS's: 25 new connections a second, 3,000 at a time, 1 GB an hour, 1,000 rules a second but for the first ten. */
    private static final CapacityUnits UNITS = new CapacityUnits(0.008, 25, 3_000, 1, 1_000, 10);

    private static Consumption balancer(double connections, double active, double gigabytes, int rules) {
        return new Consumption(2, 7_200_000, connections, active, gigabytes, 0, rules);
    }

    @Test
    void costsByTheHourTheRequestAndTheGigabyte() {
        Consumption used = new Consumption(2, 1_000, 0, 0, 10, 4, 0);
        assertThat(MACHINE.hourly(4)).isCloseTo(0.3, within(1e-12));
        assertThat(MACHINE.of(used)).isCloseTo(2 * 0.3 + 1 + 0.9, within(1e-12));
        assertThat(MACHINE.of(new Consumption(0, 1_000, 0, 0, 10, 4, 0)))
                .as("no time")
                .isZero();
    }

    /** The dimension of which most is used is billed: in turn rules, bytes, new connections, connections at a time. */
    @Test
    void isBilledByWhatIsUsedMost() {
        assertThat(UNITS.used(balancer(360_000, 1_500, 6, 30))).isCloseTo(20, within(1e-9));
        assertThat(UNITS.used(balancer(360_000, 1_500, 6, 10))).isCloseTo(3, within(1e-9));
        assertThat(UNITS.used(balancer(360_000, 1_500, 0, 5))).isCloseTo(2, within(1e-9));
        assertThat(UNITS.used(balancer(0, 1_500, 0, 5))).isCloseTo(0.5, within(1e-9));
        Price balancer = new Price("balancer", 0.02, 0, 0, 0, UNITS);
        assertThat(balancer.of(balancer(0, 0, 6, 0))).isCloseTo(2 * 0.02 + 2 * 0.008 * 3, within(1e-12));
    }

    @Test
    void twoPricesTogetherAreTheirSumInEachPart() {
        Price both = MACHINE.plus(new Price("more", 1, 2, 3, 4, UNITS));
        assertThat(both.text()).isEqualTo("machine + more");
        assertThat(both.perHour()).isCloseTo(1.1, within(1e-12));
        assertThat(both.perCoreHour()).isCloseTo(2.05, within(1e-12));
        assertThat(both.perRequest()).isCloseTo(3.001, within(1e-12));
        assertThat(both.perGigabyte()).isCloseTo(4.09, within(1e-12));
        assertThat(both.units()).isEqualTo(UNITS);
        assertThat(both.plus(MACHINE).units()).as("those of the first").isEqualTo(UNITS);
    }
}
