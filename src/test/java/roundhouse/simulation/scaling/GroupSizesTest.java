package roundhouse.simulation.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.soFar;

import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.scaling.ScalingFinding;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/** Servers of a group come and go. */
class GroupSizesTest {
    private static final long SECOND = 1_000_000_000;
    private static final String STEADY = "{ \"type\": \"constant\", \"rate\": \"60/s\" }";
    private static final String SERVER = "\"service\": \"10ms\"";
    private static final String HALF_A_MINUTE = "\"count\": 2, \"scaling\": { \"max\": 8, \"start-up\": \"30s\" }";

    private static long arrived(Run run, String server) {
        return run.report().nodes().containsKey(server)
                ? run.report().nodes().get(server).picked()
                : run.report().removed().getFirst().node().picked();
    }

    @Test
    void oneThatIsWantedTakesItsTimeAndThenItsShare() {
        Run run = Run.of(Groups.system(STEADY, HALF_A_MINUTE, SERVER, ""));
        run.runUntil(10 * SECOND);
        run.apply(new Command.Scale("web", 3));
        run.runUntil(39 * SECOND);
        assertThat(Groups.web(run).wanted()).isEqualTo(3);
        assertThat(Groups.web(run).serving()).isEqualTo(2);
        assertThat(Groups.web(run).starting()).containsExactly("web-3");
        assertThat(arrived(run, "web-3")).isZero();
        run.runUntil(100 * SECOND);
        // A third of 60 a second for a minute.
        assertThat(arrived(run, "web-3")).isBetween(1_198L, 1_202L);
        assertThat(soFar(run)).contains("web grows from 2 to 3", "web-3 starts, ready in 30 s", "web-3 is ready");
    }

    @Test
    void withoutDrainingWhatIsThereIsCut() {
        Topology slow = Groups.system(STEADY, "\"count\": 2", "\"service\": \"2s\", \"cores\": 200", "");
        Run run = Run.of(slow);
        run.runUntil(10 * SECOND + SECOND / 2);
        run.apply(new Command.Scale("web", 1));
        run.runUntil(30 * SECOND);
        // 30 a second of 2 s each are there.
        assertThat(Groups.web(run).requestsCut()).isEqualTo(60);
        assertThat(run.report().outcomes().get(Outcome.OK))
                .isEqualTo(run.report().requests() - 60 - run.report().unfinished());
    }

    @Test
    void drainingLetsThemFinish() {
        Run run = Run.of(Groups.system(
                STEADY, "\"count\": 2, \"draining\": \"20s\"", "\"service\": \"2s\", \"cores\": 200", ""));
        run.runUntil(10 * SECOND + SECOND / 2);
        run.apply(new Command.Scale("web", 1));
        run.runUntil(11 * SECOND);
        assertThat(Groups.web(run).draining()).containsExactly("web-2");
        run.runUntil(30 * SECOND);
        assertThat(Groups.web(run).draining()).isEmpty();
        assertThat(Groups.web(run).requestsCut()).isZero();
        assertThat(run.report().outcomes().get(Outcome.OK))
                .isEqualTo(run.report().requests() - run.report().unfinished());
        assertThat(soFar(run)).contains("web-2 drains for at most 20 s", "web-2 is gone");
    }

    @Test
    void sessionsOfServersThatGoAreLost() {
        String users = "{ \"type\": \"constant\", \"rate\": \"60/s\" }, \"users\": 40";
        Run run = Run.of(Groups.system(users, "\"count\": 2", SERVER + ", \"state\": {}", ""));
        run.runUntil(10 * SECOND);
        run.apply(new Command.Scale("web", 1));
        run.runUntil(20 * SECOND);
        assertThat(Groups.web(run).sessionsLost())
                .isPositive()
                .isEqualTo(run.report().sessionsLost());
    }

    @Test
    void aScheduleGivesOtherBounds() {
        Run run = Run.of(Groups.system(
                STEADY,
                "\"count\": 2, \"scaling\": { \"max\": 8, \"schedule\": [ { \"at\": \"60s\", \"min\": 5, \"max\": 8 }, { \"at\": \"120s\", \"min\": 1, \"max\": 3 } ] }",
                SERVER,
                ""));
        run.runUntil(59 * SECOND);
        assertThat(Groups.web(run).wanted()).isEqualTo(2);
        run.runUntil(61 * SECOND);
        assertThat(Groups.web(run).wanted()).isEqualTo(5);
        run.runUntil(121 * SECOND);
        assertThat(Groups.web(run).wanted()).isEqualTo(3);
    }

    @Test
    void stepScalingFollowsItsSteps() {
        // 60 a second of 10 ms on two servers of one core: 30 % busy; on one it would be 60 %.
        Run run = Run.of(Groups.system(
                "{ \"type\": \"constant\", \"rate\": \"170/s\" }",
                "\"count\": 2, \"scaling\": { \"max\": 20, \"policy\": \"step\", \"target\": \"utilization 60%\", \"out-after\": 2, \"steps\": [ { \"from\": 0, \"to\": 10, \"percent\": 10 }, { \"from\": 10, \"percent\": 50 } ] }",
                SERVER,
                ""));
        run.runUntil(119 * SECOND);
        assertThat(Groups.web(run).wanted()).isEqualTo(2);
        run.runUntil(121 * SECOND);
        // 85 % is 25 above: half as many more. Then 57 % is below.
        assertThat(Groups.web(run).wanted()).isEqualTo(3);
        run.runUntil(600 * SECOND);
        assertThat(Groups.web(run).wanted()).isEqualTo(3);
    }

    @Test
    void targetTrackingIsProportional() {
        Run run = Run.of(Groups.system(
                "{ \"type\": \"constant\", \"rate\": \"170/s\" }",
                "\"count\": 2, \"scaling\": { \"max\": 20, \"policy\": \"target-tracking\", \"target\": \"requests 20/s\" }",
                SERVER,
                ""));
        run.runUntil(179 * SECOND);
        assertThat(Groups.web(run).wanted()).isEqualTo(2);
        run.runUntil(181 * SECOND);
        // Two servers with 85 a second, and 20 are wanted: ceil(2 * 85 / 20).
        assertThat(Groups.web(run).wanted()).isEqualTo(9);
    }

    @Test
    void busyCoresHideWhatIsNeeded() {
        Run run = Run.of(Groups.system(
                "{ \"type\": \"constant\", \"rate\": \"900/s\" }",
                "\"count\": 2, \"scaling\": { \"max\": 20, \"target\": \"utilization 50%\", \"start-up\": \"30s\" }",
                SERVER,
                ""));
        run.runUntil(300 * SECOND);
        assertThat(Groups.web(run).found())
                .containsEntry(ScalingFinding.SATURATION, 1)
                .containsEntry(ScalingFinding.UNDERSHOOT, 1);
        assertThat(soFar(run)).anyMatch(line -> line.contains("saturation trap"));
    }

    @Test
    void aShortStabilizationFlaps() {
        String wave =
                "{ \"type\": \"curve\", \"points\": [ [\"0s\", \"100/s\"], [\"60s\", \"600/s\"], [\"120s\", \"100/s\"], [\"180s\", \"600/s\"], [\"240s\", \"100/s\"], [\"300s\", \"600/s\"], [\"360s\", \"100/s\"] ] }";
        String group =
                "\"count\": 2, \"scaling\": { \"max\": 20, \"target\": \"requests 60/s\", \"stabilization\": \"%s\" }";
        Run nervous = Run.of(Groups.system(wave, String.format(group, "0s"), SERVER, ""));
        nervous.runUntil(360 * SECOND);
        assertThat(Groups.web(nervous).found()).containsEntry(ScalingFinding.FLAPPING, 1);
        Run calm = Run.of(Groups.system(wave, String.format(group, "300s"), SERVER, ""));
        calm.runUntil(360 * SECOND);
        assertThat(Groups.web(calm).found()).doesNotContainKey(ScalingFinding.FLAPPING);
        assertThat(Groups.web(calm).reversals()).isZero();
    }

    @Test
    void sizesCanBeExpected() {
        Run run = Run.of(
                Groups.system(
                        STEADY,
                        HALF_A_MINUTE,
                        SERVER,
                        ", \"scenario\": [ { \"at\": \"10min\", \"scale\": \"web\", \"to\": 6 }, { \"at\": \"20min\", \"scale\": \"web\", \"to\": 2 } ], \"expect\": [ \"count of web > 5.9 during 10min..20min\", \"count of web < 3\", \"max count of web >= 6\", \"reversals of web < 2\" ]"));
        run.runUntil(3_600 * SECOND);
        assertThat(run.report().verdicts()).allMatch(Verdict.Met.class::isInstance);
    }

    @Test
    void whatHappensToAGroupCanBeDoneAgain() {
        Run run = Run.of(Groups.system(STEADY, HALF_A_MINUTE, SERVER, ""));
        run.runUntil(10 * SECOND);
        run.apply(new Command.Scale("web", 5));
        run.runUntil(20 * SECOND);
        run.apply(new Command.Scale("web", 1));
        run.runUntil(60 * SECOND);
        Run again = Run.of(Groups.system(STEADY, HALF_A_MINUTE, SERVER, ""));
        again.runUntil(10 * SECOND);
        again.apply(new Command.Scale("web", 5));
        again.runUntil(20 * SECOND);
        again.apply(new Command.Scale("web", 1));
        again.runUntil(60 * SECOND);
        assertThat(again.report()).isEqualTo(run.report());
    }
}
