package roundhouse.workbench.motion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.HopKind;
import roundhouse.simulation.observing.JourneySteps;

class TravellerTest {
    private static final long MS = 1_000_000;

    private final Traveller one = new Traveller(7);

    private static Step departs(String link, boolean back, long atMillis, long takesMillis, boolean last) {
        byte kind = back ? HopKind.REPLY : HopKind.REQUEST;
        return new Step(
                JourneySteps.DEPARTS,
                link,
                back,
                kind,
                (byte) 0,
                "s",
                "",
                "",
                atMillis * MS,
                takesMillis * MS,
                1,
                0,
                last);
    }

    private static Step other(byte what, long atMillis) {
        return new Step(what, "", false, (byte) 0, (byte) 0, "", "", "", atMillis * MS, 0, 1, 0, false);
    }

    private void at(long millis) {
        assertThat(one.advance(millis * MS)).as("under way at " + millis).isTrue();
    }

    @Test
    void itSetsOutWhenItHappensAndTakesAsLongAsTheLinkIsDrawnToTake() {
        one.add(departs("a→b", false, 100, 400, false));
        at(99);
        assertThat(one.link()).isNull();
        at(200);
        assertThat(one.link()).isEqualTo("a→b");
        assertThat(one.along(200 * MS)).isEqualTo(0.25f);
        at(499);
        assertThat(one.link()).isEqualTo("a→b");
        at(500);
        assertThat(one.link()).as("in the node").isNull();
    }

    @Test
    void aStepThatHappenedBeforeTheLastWasSeenWaitsForIt() {
        one.add(departs("a→b", false, 100, 400, false));
        one.add(departs("a→b", true, 110, 400, true));
        at(579);
        assertThat(one.link()).isNull();
        at(580);
        assertThat(one.link()).isEqualTo("a→b");
        assertThat(one.along(580 * MS)).as("a reply runs back").isEqualTo(1);
        assertThat(one.along(680 * MS)).isEqualTo(0.75f);
        assertThat(one.kind()).isEqualTo(HopKind.REPLY);
        assertThat(one.advance(980 * MS)).as("home").isFalse();
    }

    @Test
    void oneThatGoesToADeadServerHangsThereUntilItIsGivenUpAndIsHollowThen() {
        one.add(departs("b→s", false, 0, 400, false));
        one.add(other(JourneySteps.LOST, 1));
        one.add(other(JourneySteps.GIVEN_UP, 2_000));
        at(400);
        assertThat(one.kind()).isEqualTo(HopKind.HANGING);
        assertThat(one.along(400 * MS)).isEqualTo(1);
        at(1_999);
        assertThat(one.kind()).isEqualTo(HopKind.HANGING);
        at(2_000);
        assertThat(one.kind()).isEqualTo(HopKind.GIVEN_UP);
        assertThat(one.link()).isEqualTo("b→s");
        at(2_799);
        assertThat(one.advance(2_800 * MS)).isFalse();
    }

    @Test
    void oneThatABalancerSendsOnAfterItsTimeoutIsSeenGivenUpFirst() {
        one.add(departs("b→s", false, 0, 400, false));
        one.add(other(JourneySteps.LOST, 1));
        one.add(departs("b→t", false, 1_000, 400, false));
        at(1_000);
        assertThat(one.kind()).isEqualTo(HopKind.GIVEN_UP);
        at(1_800);
        assertThat(one.link()).isEqualTo("b→t");
        assertThat(one.kind()).isEqualTo(HopKind.REQUEST);
    }

    @Test
    void oneThatAServerHoldsLongerThanItsClientWaitsComesBackHollow() {
        one.add(departs("b→s", false, 0, 400, false));
        one.add(other(JourneySteps.GIVEN_UP, 1_000));
        one.add(departs("b→s", true, 1_500, 400, true));
        at(1_600);
        assertThat(one.kind()).isEqualTo(HopKind.ABANDONED);
    }

    @Test
    void aCheckThatIsLostIsHollowAtOnceAndThenGone() {
        Traveller check = new Traveller(0);
        check.add(departs("b→s", false, 0, 400, false));
        check.add(other(JourneySteps.LOST, 1));
        assertThat(check.advance(400 * MS)).isTrue();
        assertThat(check.kind()).isEqualTo(HopKind.GIVEN_UP);
        assertThat(check.advance(1_200 * MS)).isFalse();
    }

    @Test
    void whatALinkLosesGoesHalfwayAndHangsThere() {
        one.add(new Step(
                JourneySteps.DEPARTS,
                "b→s",
                false,
                HopKind.REQUEST,
                (byte) 0,
                "s",
                "",
                "",
                0,
                400 * MS,
                0.5f,
                0,
                false));
        at(100);
        assertThat(one.along(100 * MS)).isEqualTo(0.25f);
        at(200);
        assertThat(one.kind()).isEqualTo(HopKind.HANGING);
        assertThat(one.along(200 * MS)).isEqualTo(0.5f);
    }

    @Test
    void aMessageThatIsLostEndsWhereThatHappened() {
        Traveller message = new Traveller(0);
        message.add(new Step(
                JourneySteps.DEPARTS, "b→c", false, HopKind.MESSAGE, (byte) 0, "", "", "", 0, 400 * MS, 0.5f, 0, true));
        assertThat(message.advance(100 * MS)).isTrue();
        assertThat(message.kind()).isEqualTo(HopKind.MESSAGE);
        assertThat(message.advance(999 * MS)).isTrue();
        assertThat(message.kind()).isEqualTo(HopKind.LOST_MESSAGE);
        assertThat(message.along(999 * MS)).isEqualTo(0.5f);
        assertThat(message.advance(1_000 * MS)).isFalse();
    }

    @Test
    void aMessageToANodeThatIsDownEndsThere() {
        Traveller message = new Traveller(0);
        message.add(new Step(
                JourneySteps.DEPARTS, "b→c", false, HopKind.MESSAGE, (byte) 0, "", "", "", 0, 400 * MS, 1, 0, true));
        message.add(other(JourneySteps.LOST, 10));
        assertThat(message.advance(1_199 * MS)).isTrue();
        assertThat(message.kind()).isEqualTo(HopKind.LOST_MESSAGE);
        assertThat(message.along(1_199 * MS)).isEqualTo(1);
        assertThat(message.advance(1_200 * MS)).isFalse();
    }
}
