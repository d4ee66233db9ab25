package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

final class CommandLogTest {
    private static final Command SMALL = new Command.Recover("s1");
    private static final Command REVISION = new Command.Revise(Topology.EMPTY);

    private static Run.Entry at(long time, Command command) {
        return new Run.Entry(time, time, command);
    }

    @Test
    void endsOnceWhenThereIsNoMoreRoom() {
        CommandLog log = new CommandLog(30);
        assertThat(log.add(at(1, SMALL))).isFalse();
        assertThat(log.add(at(2, REVISION))).isFalse();
        assertThat(log.add(at(3, SMALL))).as("this one fills it").isTrue();
        assertThat(log.add(at(4, SMALL))).as("it has ended before").isFalse();
        assertThat(log.entries()).containsExactly(at(1, SMALL), at(2, REVISION), at(3, SMALL));
        assertThat(log.given()).isEqualTo(4);
    }

    @Test
    void aFullLogIsGoodUntilItsLastCommand() {
        List<Run.Entry> three = List.of(at(1, SMALL), at(2, SMALL), at(3, SMALL));
        assertThat(CommandLog.goodUntilNanos(three, 31)).isEqualTo(Long.MAX_VALUE);
        assertThat(CommandLog.goodUntilNanos(three, 30)).isEqualTo(3);
        assertThat(CommandLog.goodUntilNanos(List.of())).isEqualTo(Long.MAX_VALUE);
    }
}
