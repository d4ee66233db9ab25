package roundhouse.topology.checks;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Expectations that cannot be read or met: what stands in place of the sound one, and what is said of it. */
public final class MistakesInExpectations {
    private static final String FIGURES =
            "mean, p50, p99, p99 wait, max queue, max in-flight, requests, ok, failed, timed-out, throughput, utilization,"
                    + " cost, hit-ratio, stale reads and others, which \"roundhouse describe figures\" lists";

    private static final String WRITTEN =
            "an expectation is written like \"p99 < 200ms\", \"failed of s1 < 1% during 10s..40s\" or \"lb-2 takes over within 4s of crash lb-1\"";
    private static final String TAKEOVER = "a takeover is written like \"lb-2 takes over within 4s of crash lb-1\"";

    private MistakesInExpectations() {}

    public static Stream<Arguments> shapes() {
        return Stream.of(
                expectation(
                        "p98 < 1%",
                        "at character 1, unknown figure \"p98\"; did you mean \"p90\"? Figures are " + FIGURES),
                expectation("speed of s1 < 1%", "at character 1, unknown figure \"speed\"; figures are " + FIGURES),
                expectation("failed", "found \"failed\" without a comparison; " + WRITTEN),
                expectation("", "it is empty; " + WRITTEN),
                expectation("< 5", "at character 1, no figure before the comparison; " + WRITTEN),
                expectation("failed == 1%", "at character 8, found \"==\"; a comparison is one of <, <=, =, >=, >"),
                expectation("failed of < 1%", "at character 11, found \"\"; the id of a node is needed there"),
                expectation("failed of a b < 1%", "at character 11, found \"a b\"; the id of a node is needed there"),
                expectation(
                        "failed < many",
                        "at character 10, found \"many\"; a number like 100 or a share like 99.9% is allowed"),
                expectation(
                        "failed < 1% during 10s",
                        "at character 20, found \"10s\"; a part of the run is written like 10s..40s"),
                expectation("lb takes over", "at character 14, found \"\"; " + TAKEOVER),
                expectation(
                        "lb takes over in 4s of crash lb2",
                        "at character 15, found \"in 4s of crash lb2\"; " + TAKEOVER),
                expectation("lb takes over within 4s", "at character 22, found \"4s\"; " + TAKEOVER),
                expectation(
                        "lb takes over within 4 of crash lb2",
                        "at character 22, found \"4\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""),
                expectation(
                        "lb takes over within 4s of crash",
                        "at character 33, found \"\"; the id of a node is needed there"),
                expectation(
                        "failed < 1% during 10s..40",
                        "at character 25, found \"40\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""),
                arguments(
                        "\"failed < 1%\"",
                        "7", "line 14, /expect/0: found 7; an expectation is a text in quotes, like \"p99 < 200ms\""));
    }

    public static Stream<Arguments> units() {
        return Stream.of(
                expectation("p99<5", "at character 5, found \"5\"; a duration like 200ms is allowed"),
                expectation("throughput > 5%", "at character 14, found \"5%\"; a rate like 1000/s is allowed"),
                expectation("ok > 101%", "at character 6, found \"101%\"; a share is from 0% to 100%"),
                expectation(
                        "max queue < 10",
                        "at character 1, max queue is a figure of one node; write it like \"max queue of s1\""));
    }

    public static Stream<Arguments> impossible() {
        return Stream.of(
                expectation(
                        "p99 of s2 < 5ms",
                        "the expectation \"p99 of s2 < 5ms\": no node has the id \"s2\"; did you mean \"s1\"?"),
                expectation(
                        "max queue of users < 5",
                        "the expectation \"max queue of users < 5\": users stands for people and has no max queue; name a server or a load balancer"),
                expectation(
                        "lost sessions of lb = 0",
                        "the expectation \"lost sessions of lb = 0\": lb is a load balancer and has no lost sessions; name a server"),
                expectation(
                        "missed sessions of users = 0",
                        "the expectation \"missed sessions of users = 0\": users stands for people and has no missed sessions; name a server"),
                expectation(
                        "ok > 5 during 9s..9s",
                        "the expectation \"ok > 5 during 9s..9s\": it begins at 9s and ends at 9s; it must end later than it begins"),
                expectation(
                        "lb takes over within 4s of crash s2",
                        "the expectation \"lb takes over within 4s of crash s2\": no node has the id \"s2\"; did you mean \"s1\"?"),
                expectation(
                        "lb takes over within 4s of crash s1",
                        "the expectation \"lb takes over within 4s of crash s1\": s1 is no load balancer; only those take over from each other"),
                expectation(
                        "lb takes over within 4s of crash lb",
                        "the expectation \"lb takes over within 4s of crash lb\": it takes over from itself; name the other load balancer of its pair"));
    }

    private static Arguments expectation(String text, String problem) {
        return arguments("failed < 1%", text, "line 14, /expect/0: " + problem);
    }
}
