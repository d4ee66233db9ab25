package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What menus offer to break, and how far it reaches. */
class FaultsTest {
    static List<Arguments> figures() {
        return List.of(
                arguments(NodeFault.SLOW, "3 times as long", new Command.Slow("s1", 3)),
                arguments(NodeFault.RESTART, "Down for 5 s", new Command.Restart("s1", Duration.ofSeconds(5))),
                arguments(NodeFault.ERRORS, "every fifth request", new Command.Errors("s1", 1 / 5.0, ErrorScope.ALL)),
                arguments(
                        NodeFault.FLAP,
                        "Down for 2 s, up for 5 s",
                        new Command.Flap("s1", Duration.ofSeconds(2), Duration.ofSeconds(5))),
                arguments(
                        NodeFault.RANDOM,
                        "every 30 s, for about 5 s",
                        new Command.Failing("s1", Duration.ofSeconds(30), Duration.ofSeconds(5))));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void ofANodeDoesWhatItsWordsSay(NodeFault fault, String words, Command command) {
        assertThat(fault.says()).contains(words);
        assertThat(fault.command("s1")).isEqualTo(command);
    }

    @Test
    void ofALinkDoesWhatItsWordsSay() {
        assertThat(LinkFault.LOSS.says()).startsWith("Every tenth");
        assertThat(LinkFault.LOSS.command("lb", "s1")).isEqualTo(new Command.Loss("lb", "s1", 1 / 10.0));
        assertThat(LinkFault.DELAY.says()).contains("100 ms longer, and up to 20 ms more");
        assertThat(LinkFault.DELAY.command("lb", "s1"))
                .isEqualTo(new Command.Delay("lb", "s1", Duration.ofMillis(100), Duration.ofMillis(20)));
        assertThat(LinkFault.CUT_REQUESTS.command("lb", "s1"))
                .isEqualTo(new Command.Cut("lb", "s1", LinkDirection.REQUESTS));
    }

    @Test
    void eachIsAnotherCommandUnderAnotherTitle() {
        assertThat(Stream.of(NodeFault.values()).map(fault -> fault.command("s1")))
                .doesNotHaveDuplicates();
        assertThat(Stream.of(LinkFault.values()).map(fault -> fault.command("lb", "s1")))
                .doesNotHaveDuplicates();
        assertThat(Stream.of(NodeFault.values()).map(NodeFault::title)).doesNotHaveDuplicates();
        assertThat(Stream.of(LinkFault.values()).map(LinkFault::title)).doesNotHaveDuplicates();
    }

    /** What makes service longer or wrong means nothing to a node that serves nothing itself. */
    @Test
    void aBalancerIsSparedWhatConcernsService() {
        assertThat(Stream.of(NodeFault.values()).filter(NodeFault::ofServersOnly))
                .containsExactlyInAnyOrderElementsOf(EnumSet.of(
                        NodeFault.SLOW,
                        NodeFault.LEAK,
                        NodeFault.ERRORS,
                        NodeFault.CHECKS_FAIL,
                        NodeFault.REQUESTS_FAIL));
    }

    @ParameterizedTest
    @CsvSource({"ALL, true, true, requests", "REQUESTS, false, true, requests", "CHECKS, true, false, health checks"})
    void errorsReachWhatTheirScopeSays(ErrorScope scope, boolean checks, boolean requests, String words) {
        assertThat(scope.means(true)).isEqualTo(checks);
        assertThat(scope.means(false)).isEqualTo(requests);
        assertThat(scope.words()).isEqualTo(words);
    }

    @Test
    void aDirectionIsNamedAsInFiles() {
        assertThat(Stream.of(LinkDirection.values()).map(LinkDirection::key))
                .containsExactly("both", "requests", "replies");
    }
}
