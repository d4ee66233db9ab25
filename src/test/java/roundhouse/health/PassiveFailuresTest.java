package roundhouse.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** nginx's max_fails and fail_timeout, of which the recordings have whole runs. */
class PassiveFailuresTest {
    /** Two failures take a server out for two seconds. */
    private final PassiveFailures failures = failures(2);

    private static PassiveFailures failures(int most) {
        PassiveFailures failures = new PassiveFailures(1);
        failures.rule(0, most, 2);
        return failures;
    }

    /** As nginx's {@code server a max_fails=0; server b max_fails=1 fail_timeout=5s; server c max_fails=3 fail_timeout=1s;}. */
    @Test
    void eachServerMayHaveLimitsOfItsOwn() {
        PassiveFailures of = new PassiveFailures(3);
        of.rule(1, 1, 5);
        of.rule(2, 3, 1);
        for (int target = 0; target < 3; target++) {
            of.failed(target, 12, 100);
        }
        assertThat(of.isOut(0, 100)).isFalse();
        assertThat(of.isOut(1, 105)).isTrue();
        assertThat(of.isOut(1, 106)).isFalse();
        assertThat(of.isOut(2, 100)).isFalse();
        assertThat(of.failed(2, 12, 100)).as("a third of its weight").isEqualTo(4);
        of.failed(2, 12, 100);
        assertThat(of.isOut(2, 101)).isTrue();
        assertThat(of.isOut(2, 102)).isFalse();
    }

    @Test
    void asManyFailuresAsAreAllowedTakeAServerOut() {
        failures.failed(0, 10, 7);
        assertThat(failures.isOut(0, 7)).isFalse();
        failures.failed(0, 10, 7);
        assertThat(failures.isOut(0, 7)).isTrue();
        assertThat(failures.fails(0)).isEqualTo(2);
    }

    /** In whole seconds, and the last of them still counts: with a timeout of 2 the server is tried when the clock shows 3 more. */
    @Test
    void theTimeoutIsOverWhenMoreSecondsHavePassed() {
        failures.failed(0, 10, 100);
        failures.failed(0, 10, 100);
        assertThat(failures.isOut(0, 102)).isTrue();
        assertThat(failures.isOut(0, 103)).isFalse();
    }

    @Test
    void afterTheTimeoutOneRequestTriesIt() {
        failures.failed(0, 10, 100);
        failures.failed(0, 10, 100);
        failures.picked(0, 102);
        assertThat(failures.isOut(0, 103)).isFalse();
        failures.picked(0, 103);
        assertThat(failures.isOut(0, 103)).isTrue();
        assertThat(failures.isOut(0, 105)).isTrue();
        assertThat(failures.isOut(0, 106)).isFalse();
    }

    @Test
    void successOfTheRequestThatTriedItForgivesAll() {
        failures.failed(0, 10, 100);
        failures.failed(0, 10, 100);
        failures.picked(0, 103);
        assertThat(failures.succeeded(0)).isTrue();
        assertThat(failures.fails(0)).isZero();
        assertThat(failures.isOut(0, 103)).isFalse();
        assertThat(failures.succeeded(0)).as("nothing is left to forgive").isFalse();
    }

    /** A reply within the timeout is of a request from before, or of one of a server that is not out: failures add up over it. */
    @Test
    void successWithinTheTimeoutForgivesNothing() {
        failures.failed(0, 10, 100);
        failures.picked(0, 101);
        assertThat(failures.succeeded(0)).isFalse();
        assertThat(failures.fails(0)).isEqualTo(1);
        failures.failed(0, 10, 102);
        assertThat(failures.isOut(0, 102)).isTrue();
    }

    @Test
    void aFailureCostsItsPartOfTheWeight() {
        assertThat(failures.failed(0, 10, 0)).isEqualTo(5);
        assertThat(failures.failed(0, 3, 0)).isEqualTo(1);
        assertThat(failures(0).failed(0, 10, 0)).isZero();
    }

    @Test
    void withNoFailuresAllowedForNobodyIsTakenOut() {
        PassiveFailures never = failures(0);
        never.failed(0, 10, 0);
        assertThat(never.isOut(0, 0)).isFalse();
    }

    @Test
    void thereIsRoomForMoreServersAndTheOthersKeepTheirFailures() {
        failures.failed(0, 10, 0);
        failures.failed(0, 10, 0);
        failures.reserve(3);
        assertThat(failures.isOut(0, 0)).isTrue();
        assertThat(failures.isOut(2, 0)).isFalse();
        failures.failed(2, 10, 0);
        failures.reserve(1);
        assertThat(failures.fails(2)).isEqualTo(1);
    }
}
