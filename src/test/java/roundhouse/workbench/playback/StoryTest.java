package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.playback.Stage.SECOND;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;

class StoryTest {
    private static final Topology TOLD = Samples.servers()
            .withScenario(List.of(
                    new TimedCommand(Duration.ofSeconds(20), new Command.Crash("s1")),
                    new TimedCommand(Duration.ofSeconds(40), new Command.Recover("s1"))));

    private static double speed(double seconds) {
        return Story.speed(TOLD, List.of(), (long) (seconds * SECOND));
    }

    @Test
    void itIsSlowWhenItBeginsAndWhenSomethingHappens() {
        assertThat(speed(0)).isEqualTo(Story.SLOWEST);
        assertThat(speed(20)).isEqualTo(Story.SLOWEST);
        assertThat(speed(20.1)).isEqualTo(Story.SLOWEST);
        assertThat(speed(19.99)).isEqualTo(Story.SLOWEST);
    }

    @Test
    void itIsFasterTheFurtherAwayThatIs() {
        assertThat(speed(5)).isEqualTo(5);
        assertThat(speed(15)).isEqualTo(6);
        assertThat(speed(25)).isEqualTo(2);
        assertThat(speed(39)).isEqualTo(1.2);
    }

    @Test
    void afterTheLastEventNothingIsHurried() {
        assertThat(speed(41)).isEqualTo(0.4);
        assertThat(speed(55)).isEqualTo(Story.AFTERWARDS);
    }

    @Test
    void whatWasDoneWhileItRanIsAnEventToo() {
        List<Run.Entry> done = List.of(new Run.Entry(10 * SECOND, 0, new Command.Crash("s2")));
        assertThat(Story.speed(TOLD, done, 10 * SECOND)).isEqualTo(Story.SLOWEST);
        assertThat(Story.speed(TOLD, done, 9 * SECOND)).isEqualTo(1.2);
    }

    @Test
    void fromTheBeginningToTheFirstEventItTakesAQuarterOfAMinute() {
        long nowNanos = 0;
        double realSeconds = 0;
        while (nowNanos < 20 * SECOND) {
            nowNanos += (long) (Story.speed(TOLD, List.of(), nowNanos) * SECOND / 120);
            realSeconds += 1.0 / 120;
        }
        assertThat(realSeconds).isBetween(10.0, 15.0);
    }
}
