package roundhouse.topology.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;

/** What is refused of documents at their edges: files of keys, ids of several servers, circles of calls, what is put together of two. */
final class RefusedEdgesTest {
    private static final String DOCUMENT = """
            { "format": 1, "duration": "60s",
              "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1/s" } },
                         { "id": "lb", "kind": "load-balancer" },
                         { "id": "lb-2", "kind": "load-balancer" },
                         { "id": "web", "kind": "server", "service": "1ms", "count": 2 },
                         { "id": "app", "kind": "server", "service": "1ms" } ],
              "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "web" }, { "from": "lb", "to": "app" } ],
              "scenario": [ { "at": "1s", "crash": "app" } ] }
            """;

    @TempDir
    private Path folder;

    private static Topology sound() {
        return ((ReadResult.Read) TopologyFile.parse(DOCUMENT)).topology();
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    private List<String> refused(String found, String replacement) {
        assertThat(DOCUMENT).contains(found);
        return TopologyFile.parse(DOCUMENT.replace(found, replacement), folder) instanceof ReadResult.Refused refused
                ? texts(refused.problems())
                : List.of();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "id": "app" | "id": "web-1" | /nodes/4/id the id "web-1" is that of one of the 2 that "web" stands for; each id is used once
            "crash": "app" | "crash": "app" }, { "at": "2s", "slow": "app", "factor": 0 | /scenario/1/factor "factor" is 0; a number from 0.01 to 1,000 is allowed
            "crash": "app" | "algorithm": "random", "of": "app" | /scenario/0/of the command at 1s: app is no load balancer, so it has no algorithm
            "crash": "app" | "drain": ["lb", "lb-2"] | /scenario/0/drain the command at 1s: no link goes from lb to lb-2
            "crash": "app" | "add": { "id": "s", "kind": "server", "service": "1ms" }, "links": [ { "from": "lb", "to": "s", "weight": 70000 } ] | /scenario/0/links/0/weight
            "crash": "app" | "add": { "id": "s", "kind": "server", "service": "1ms", "cores": 0 } | /scenario/0/add/cores
            "links": [ | "annotations": [ { "id": "n" }, { "id": "n" } ], "links": [ | /annotations/1/id the annotation "n": another annotation has that id
            "links": [ | "links": [ { "from": "lb", "to": "lb-2" }, { "from": "lb-2", "to": "lb" }, | /links/1 load balancers send requests in a circle: lb → lb-2 → lb; a request would never arrive
            "links": [ | "links": [ { "from": "lb", "to": "lb-2" }, { "from": "lb", "to": "lb-2", "heartbeat": true }, | /links/0 the link from "lb" to "lb-2": lb is already linked to lb-2
            "links": [ | "stores": [ { "id": "o", "members": [], "replication": { "mode": "consensus" } } ], "links": [ | /stores/0/members the store "o": the store has 0 members; with this replication it needs 1
            "links": [ | "expect": [ "reversals of app > 1" ], "links": [ | /expect/0 the expectation "reversals of app > 1": app is a server and has no reversals; name a server group
            "service": "1ms" } | "service": "1ms", "calls": [ { "to": "app" } ] } | /nodes/4/calls "app": a server cannot call itself
            "service": "1ms" } | "service": "1ms", "calls": [ { "to": "users" } ] } | /nodes/4/calls "app": users takes no requests and cannot be called
            """)
    void whatADocumentMayNotSay(String found, String replacement, String problem) {
        assertThat(refused(found, replacement))
                .isNotEmpty()
                .anySatisfy(text -> assertThat(text).startsWith(problem));
    }

    @Test
    void theDocumentIsSound() {
        assertThat(Validation.problems(sound())).isEmpty();
    }

    /** One mistake is told once: what a scenario does is not looked at while links are wrong. */
    @Test
    void theScenarioIsNotLookedAtWhileLinksAreWrong() {
        String wrong = DOCUMENT.replace("\"crash\": \"app\"", "\"crash\": \"none\"")
                .replace("\"links\": [", "\"links\": [ { \"from\": \"app\", \"to\": \"none\" },");
        assertThat(((ReadResult.Refused) TopologyFile.parse(wrong)).problems())
                .extracting(Problem::pointer)
                .containsExactly("/links/0/to");
        String circle = DOCUMENT.replace("\"crash\": \"app\"", "\"crash\": \"none\"")
                .replace(
                        "\"links\": [",
                        "\"links\": [ { \"from\": \"lb\", \"to\": \"lb-2\" }, { \"from\": \"lb-2\", \"to\": \"lb\" },");
        assertThat(((ReadResult.Refused) TopologyFile.parse(circle)).problems())
                .extracting(Problem::pointer)
                .containsExactly("/links/1");
    }

    @Test
    void theDocumentsOwnSettingsAreChecked() {
        assertThat(texts(Validation.problems(TopologySettings.NAME.with(sound(), " "))))
                .containsExactly("/name the topology: name is \" \"; one line of 1 to 200 characters is allowed");
    }

    @Test
    void timesOfTheScenarioAreNotNegative() {
        Topology early =
                sound().withScenario(List.of(new TimedCommand(Duration.ofSeconds(-1), new Command.Crash("app"))));
        assertThat(texts(Validation.problems(early)))
                .singleElement()
                .asString()
                .startsWith("/scenario/0/at the command at ");
        Topology revised =
                sound().withScenario(List.of(new TimedCommand(Duration.ZERO, new Command.Revise(Topology.EMPTY))));
        assertThat(texts(Validation.problems(revised)))
                .containsExactly("/scenario/0 the command at 0s: a file's scenario cannot replace the whole topology");
    }

    @Test
    void callsThatBecomeTooManyAreRefused() {
        Topology tiers = sound();
        for (int i = 0; i < 3; i++) {
            tiers = tiers.with(GraphTrial.node(
                    "x" + i + " server \"calls\": [ { \"to\": \"x" + (i + 1) + "\", \"count\": 100 } ]"));
        }
        tiers = tiers.with(GraphTrial.node("x3 server"));
        for (int i = 0; i < 3; i++) {
            tiers = tiers.with(GraphTrial.link("x" + i + " > x" + (i + 1)));
        }
        assertThat(texts(Validation.problems(tiers)))
                .containsExactly("/nodes/5/calls \"x0\": a request at x0 would become 1,010,100 calls in all;"
                        + " at most 100,000 are allowed");
    }

    @Test
    void filesOfKeysMustBeThereAndTimedWhereArrivalsAre() throws Exception {
        Files.writeString(folder.resolve("plain.txt"), "a\nb\n");
        Files.writeString(folder.resolve("timed.txt"), "1 a\n2 b\n");
        String arrivals = "\"arrivals\": { \"type\": \"poisson\", \"rate\": \"1/s\" }";
        String file = ", \"keys\": { \"type\": \"file\", \"file\": \"%s\" }";
        assertThat(refused(arrivals, arrivals + file.formatted("none.txt")))
                .containsExactly("/nodes/0/keys/file the keys of \"none.txt\": there is no such file");
        assertThat(refused(arrivals, arrivals + file.formatted("plain.txt"))).isEmpty();
        String untimed =
                "/nodes/0/arrivals requests at the times of a file need keys from a file that has them, like \"ms key\" on each line";
        assertThat(refused(arrivals, "\"arrivals\": { \"type\": \"file\" }" + file.formatted("plain.txt")))
                .containsExactly(untimed);
        assertThat(refused(arrivals, "\"arrivals\": { \"type\": \"file\" }")).containsExactly(untimed);
        assertThat(refused(arrivals, "\"arrivals\": { \"type\": \"file\" }" + file.formatted("timed.txt")))
                .isEmpty();
        assertThat(refused(
                        "\"crash\": \"app\"",
                        "\"add\": { \"id\": \"more\", \"kind\": \"clients\", " + arrivals + file.formatted("none.txt")
                                + " }, \"links\": [ { \"from\": \"more\", \"to\": \"lb\" } ]"))
                .containsExactly("/scenario/0/add/keys/file the keys of \"none.txt\": there is no such file");
    }

    @Test
    void linksThatWerePutTogetherOfTwoAreTriedInTheirRounds() {
        assertThat(Validation.linksRefusal(sound())).isEmpty();
        assertThat(Validation.linksRefusal(sound().with(GraphTrial.link("app > none"))))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("\"none\"").contains(": no node has the id"));
        assertThat(Validation.linksRefusal(
                        sound().with(GraphTrial.link("lb > lb-2")).with(GraphTrial.link("lb-2 > lb"))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("in a circle"));
        Topology pair = sound().with(GraphTrial.link("users > lb-2"));
        assertThat(Validation.linksRefusal(pair)).isPresent();
        assertThat(Validation.linksRefusal(pair.with(GraphTrial.link("lb ~ lb-2"))))
                .as("a heartbeat comes before the links that need it")
                .isEmpty();
    }
}
