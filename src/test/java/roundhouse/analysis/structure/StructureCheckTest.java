package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import roundhouse.SampleFiles;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Distribution;

final class StructureCheckTest {
    private static final String USERS = clients("\"arrivals\": { \"type\": \"poisson\", \"rate\": \"400/s\" }");

    @Test
    void saysNothingOfASoundTopology() {
        assertThat(of(USERS + "," + BALANCER + "," + SERVER, "users lb", "lb s1"))
                .isEmpty();
    }

    @Test
    void nobodyAndNothing() {
        assertThat(of("", ""))
                .containsExactly(
                        "error: the topology: has no clients, so nothing ever happens",
                        "error: the topology: has no server, so no request is ever answered");
    }

    @Test
    void looseEnds() {
        assertThat(of(USERS + "," + BALANCER + "," + SERVER, ""))
                .containsExactly(
                        "error: users: is linked to nothing, so its requests reach no target",
                        "error: lb: has no targets, so it refuses every request",
                        "warning: lb: no request can get here; link it to clients, to a load balancer they use or to a server that calls it",
                        "warning: s1: no request can get here; link it to clients, to a load balancer they use or to a server that calls it");
    }

    @Test
    void healthThatComesToNothing() {
        assertThat(of(
                        USERS + "," + careful("\"checks\": { \"interval\": \"200ms\", \"timeout\": \"1s\" }") + ","
                                + SERVER,
                        "users lb",
                        "lb s1"))
                .containsExactly(
                        "warning: lb: waits for a check longer than the interval between two, so a silent target is"
                                + " out only after 3600ms");
        assertThat(of(
                        USERS + "," + careful("\"panic\": 50, \"slow-start\": \"10s\"") + "," + SERVER,
                        "users lb",
                        "lb s1"))
                .containsExactly(
                        "warning: lb: has a panic threshold but nothing that finds out who is healthy, so it never panics",
                        "warning: lb: has a slow start but no checks and no ejection, so no target is ever known to have"
                                + " come back; only one that is added starts slowly");
        assertThat(of(
                        USERS + "," + careful("\"checks\": {}, \"slow-start\": \"10s\"") + "," + SERVER,
                        "users lb",
                        "lb s1"))
                .containsExactly("note: lb: round-robin does not start targets slowly, for it ignores weights");
        assertThat(of(USERS + "," + careful("\"checks\": {}, \"panic\": 50") + "," + SERVER, "users lb", "lb s1"))
                .isEmpty();
    }

    @Test
    void checksThatTakeOutWhoIsWell() {
        String asks = careful("\"checks\": { \"port\": 8081, \"path\": \"/health\", \"expect-body\": \"OK\" }");
        String server = SERVER.replace("\"id\": \"s1\"", "\"id\": \"s1\", \"health-endpoint\": { \"port\": 8081, @ }");
        String taken = "warning: lb: takes s1 out though it is well: checks ask for /health at port 8081, and it ";
        assertThat(of(USERS + "," + asks + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(taken + "does not listen there");
        assertThat(of(USERS + "," + asks + "," + server.replace("@", "\"path\": \"/ready\""), "users lb", "lb s1"))
                .containsExactly(taken + "answers 404");
        assertThat(of(USERS + "," + asks + "," + server.replace("@", "\"body\": \"well\""), "users lb", "lb s1"))
                .containsExactly(taken + "answers 200, but without \"OK\" in its body");
        assertThat(of(USERS + "," + asks + "," + server.replace("@", "\"body\": \"OK\""), "users lb", "lb s1"))
                .isEmpty();
    }

    /** 300 requests/s for each of three, which can serve 250. */
    @Test
    void capacityIsThatOfAllThatOneStandsFor() {
        String web = "{ \"id\": \"s1\", \"kind\": \"server\", \"count\": @, \"service\": \"4ms\" }";
        String users =
                "{ \"id\": \"users\", \"kind\": \"clients\", \"arrivals\": { \"type\": \"poisson\", \"rate\": \"900/s\" } }";
        assertThat(of(users + "," + BALANCER + "," + web.replace("@", "3"), "users lb", "lb s1"))
                .containsExactly(
                        "error: s1: no capacity: offered 300 requests/s, can serve 250, so its queue never ends");
        assertThat(of(users + "," + BALANCER + "," + web.replace("@", "4"), "users lb", "lb s1"))
                .containsExactly("note: s1: offered 225 requests/s, can serve 250: 90 % busy, expect long queues");
        assertThat(of(users + "," + BALANCER + "," + web.replace("@", "5"), "users lb", "lb s1"))
                .isEmpty();
    }

    @Test
    void ejectionAmongTooFew() {
        String ejecting = careful("\"ejection\": { \"min-hosts\": 2, \"always-one\": true }");
        assertThat(of(USERS + "," + careful("\"ejection\": {}") + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(
                        "warning: lb: ejects no more than 10 % of its targets, and one of 1 is more, so none is"
                                + " ever ejected");
        assertThat(of(USERS + "," + ejecting + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(
                        "note: lb: compares success rates among 2 targets or more and has 1, so only 5 failures"
                                + " in a row eject one");
        assertThat(of(
                        USERS + "," + ejecting + "," + SERVER + "," + SERVER.replace("s1", "s2"),
                        "users lb",
                        "lb s1",
                        "lb s2"))
                .isEmpty();
    }

    @Test
    void aHedgeThatNeverComes() {
        String hedging = ", \"hedge\": { \"after\": \"200ms\" }";
        assertThat(of(
                        clients(rate("100/s") + ", \"timeout\": \"200ms\"" + hedging) + "," + BALANCER + "," + SERVER,
                        "users lb",
                        "lb s1"))
                .containsExactly(
                        "warning: users: hedges after 200ms, which is not before the end of its timeout of 200ms,"
                                + " so it never does");
        assertThat(of(
                        clients(rate("100/s")
                                        + ", \"timeout\": \"1s\", \"retries\": { \"attempts\": 1, \"total\": \"150ms\" }"
                                        + hedging)
                                + "," + BALANCER + "," + SERVER,
                        "users lb",
                        "lb s1"))
                .containsExactly("warning: users: hedges after 200ms, which is not before the end of its time for a"
                        + " request as a whole of 150ms, so it never does");
        assertThat(of(
                        clients(rate("100/s") + ", \"timeout\": \"201ms\"" + hedging) + "," + BALANCER + "," + SERVER,
                        "users lb",
                        "lb s1"))
                .isEmpty();
    }

    private static String careful(String health) {
        return "{ \"id\": \"lb\", \"kind\": \"load-balancer\", \"algorithm\": \"round-robin\", " + health + " }";
    }

    @Test
    void noCapacity() {
        assertThat(of(clients(rate("1000/s")) + "," + BALANCER + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(
                        "error: s1: no capacity: offered 1,000 requests/s, can serve 500, so its queue never ends");
        assertThat(of(clients(rate("480/s")) + "," + BALANCER + "," + SERVER, "users lb", "lb s1"))
                .containsExactly("note: s1: offered 480 requests/s, can serve 500: 96 % busy, expect long queues");
        assertThat(of(
                        clients(
                                        "\"arrivals\": { \"type\": \"bursty\", \"rate\": \"900/s\", \"on\": \"1s\", \"off\": \"9s\" }")
                                + "," + SERVER,
                        "users s1"))
                .containsExactly(
                        "warning: s1: no capacity at the peak: offered 900 requests/s, can serve 500, so a queue grows meanwhile");
        assertThat(of(clients("\"arrivals\": { \"type\": \"closed\", \"think\": \"0s\" }") + "," + SERVER, "users s1"))
                .isEmpty();
    }

    @Test
    void aBalancerCanBeTheOneWithoutCapacity() {
        String slow = "{ \"id\": \"lb\", \"kind\": \"load-balancer\", \"cores\": 1, \"cost\": \"5ms\" }";
        assertThat(of(USERS + "," + slow + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(
                        "error: lb: no capacity: offered 400 requests/s, can serve 200, so its queue never ends");
    }

    @Test
    void weightsCanOverloadOneServerWhileAnotherIdles() {
        String by = "{ \"id\": \"lb\", \"kind\": \"load-balancer\", \"algorithm\": \"weighted-round-robin\" }";
        String two = SERVER + "," + SERVER.replace("s1", "s2");
        assertThat(of(clients(rate("700/s")) + "," + by + "," + two, "users lb", "lb s1 \"weight\": 6", "lb s2"))
                .containsExactly(
                        "error: s1: no capacity: offered 600 requests/s, can serve 500, so its queue never ends");
        assertThat(of(
                        clients(rate("700/s")) + "," + by.replace("weighted-round-robin", "least-connections") + ","
                                + two,
                        "users lb",
                        "lb s1 \"weight\": 6",
                        "lb s2"))
                .isEmpty();
        assertThat(of(
                        USERS + "," + by.replace("weighted-round-robin", "round-robin") + "," + two,
                        "users lb",
                        "lb s1 \"weight\": 6",
                        "lb s2"))
                .containsExactly("note: lb: round-robin ignores weights; weighted-round-robin uses them");
    }

    @Test
    void nothingThatMayBePicked() {
        assertThat(of(USERS + "," + BALANCER + "," + SERVER, "users lb", "lb s1 \"down\": true"))
                .containsExactly("error: lb: all its links are marked down");
        assertThat(of(USERS + "," + BALANCER + "," + SERVER, "users lb", "lb s1 \"weight\": 0"))
                .containsExactly("error: lb: all its links that are up have weight 0, so none is ever picked");
        assertThat(of(USERS + "," + BALANCER + "," + SERVER, "users lb", "lb s1 \"backup\": true"))
                .containsExactly("warning: lb: only backups can be picked");
    }

    private static List<String> ruled(String order, String requests, String rules) {
        String users = USERS.replace("\"arrivals\"", "\"requests\": [" + requests + "], \"arrivals\"");
        String balancer = "{ \"id\": \"lb\", \"kind\": \"load-balancer\", " + order + "\"rules\": [" + rules + "] }";
        return of(
                users + "," + balancer + "," + SERVER + "," + SERVER.replace("s1", "s2"),
                "users lb",
                "lb s1 \"pool\": \"api\"",
                "lb s2");
    }

    @Test
    void aRuleThatCanNeverMatch() {
        String api = "{ \"path\": \"/api/*\", \"pool\": \"api\" }";
        String v2 = "{ \"host\": \"shop.example\", \"path\": \"/api/v2/*\", \"pool\": \"api\" }";
        String requests = "{ \"path\": \"/api/v2/x\", \"host\": \"shop.example\" }, { \"path\": \"/api/x\" }";
        assertThat(ruled("", requests, v2 + "," + api)).isEmpty();
        assertThat(ruled("", requests, api + "," + v2))
                .containsExactly(
                        "warning: lb: the rule host shop.example, path /api/v2/* → pool api can never match, for all"
                                + " its requests come under path /api/* → pool api");
        assertThat(ruled("\"rule-order\": \"longest-prefix\", ", requests, api + "," + v2))
                .isEmpty();
    }

    private static List<String> zoned(String balancer, String zone) {
        String lb = BALANCER.replace("\"kind\"", balancer + " \"kind\"");
        String a = SERVER.replace("\"kind\"", "\"zone\": \"a\", \"kind\"");
        String b = SERVER.replace("s1", "s2").replace("\"kind\"", zone + "\"kind\"");
        return of(USERS + "," + lb + "," + a + "," + b, "users lb", "lb s1", "lb s2");
    }

    @Test
    void aPreferenceForZonesThatComesToNothing() {
        assertThat(zoned("\"zone-aware\": \"prefer-same-zone\",", "\"zone\": \"b\", "))
                .containsExactly("warning: lb: disregards zones, for it stands in no zone");
        assertThat(zoned("\"zone\": \"a\", \"zone-aware\": \"prefer-same-zone\",", ""))
                .containsExactly("warning: lb: disregards zones, for not all its targets stand in a zone");
        assertThat(zoned("\"zone\": \"a\", \"zone-aware\": \"envoy\",", "\"zone\": \"b\", "))
                .containsExactly(
                        "warning: lb: disregards zones, for all balancers of its targets stand in its own zone");
        assertThat(zoned(
                        "\"zone\": \"a\", \"zone-aware\": \"prefer-same-zone\", \"algorithm\": \"ip-hash\",",
                        "\"zone\": \"b\", "))
                .containsExactly(
                        "warning: lb: ip-hash keeps clients or keys on their targets, so zones are disregarded");
    }

    /** 400 requests a second stay in the zone, where a server is that serves 500; 700 would be too many for it. */
    @Test
    void whatStaysInAZoneIsOfferedThere() {
        String same = "\"zone\": \"a\", \"zone-aware\": \"prefer-same-zone\",";
        assertThat(zoned(same, "\"zone\": \"b\", ")).isEmpty();
        String users = USERS.replace("400/s", "700/s");
        String lb = BALANCER.replace("\"kind\"", same + " \"kind\"");
        String a = SERVER.replace("\"kind\"", "\"zone\": \"a\", \"kind\"");
        String b = SERVER.replace("s1", "s2").replace("\"kind\"", "\"zone\": \"b\", \"kind\"");
        assertThat(of(users + "," + lb + "," + a + "," + b, "users lb", "lb s1", "lb s2"))
                .containsExactly(
                        "error: s1: no capacity: offered 700 requests/s, can serve 500, so its queue never ends");
    }

    @Test
    void poolsAndRules() {
        String rules = "{ \"id\": \"lb\", \"kind\": \"load-balancer\", \"rules\": ["
                + " { \"path\": \"/api/*\", \"pool\": \"api\" }, { \"path\": \"/old\", \"pool\": \"old\" } ] }";
        assertThat(of(
                        USERS + "," + rules + "," + SERVER + "," + SERVER.replace("s1", "s2"),
                        "users lb",
                        "lb s1 \"pool\": \"api\"",
                        "lb s2 \"pool\": \"new\""))
                .containsExactly(
                        "error: lb: a rule names the pool old, but no link is in it",
                        "warning: lb: no link is in the pool default, so requests that match no rule are refused",
                        "warning: lb → s2: is in the pool new, which no rule of lb names");
        assertThat(of(
                        USERS + "," + rules.replace("/old", "/*") + "," + SERVER + "," + SERVER.replace("s1", "s2"),
                        "users lb",
                        "lb s1 \"pool\": \"api\"",
                        "lb s2 \"pool\": \"old\""))
                .isEmpty();
        assertThat(of(
                        clients(
                                        rate("1000/s")
                                                + ", \"requests\": [ { \"path\": \"/api/x\", \"share\": 3 }, { \"path\": \"/\" } ]")
                                + "," + rules.replace("old", "default") + "," + SERVER + ","
                                + SERVER.replace("s1", "s2"),
                        "users lb",
                        "lb s1 \"pool\": \"api\"",
                        "lb s2"))
                .containsExactly(
                        "error: s1: no capacity: offered 750 requests/s, can serve 500, so its queue never ends");
    }

    @Test
    void whatLayer4AndEncryptionHide() {
        assertThat(of(
                        clients(rate("400/s") + ", \"users\": 8, \"connection\": \"keep-alive\"") + ","
                                + BALANCER.replace("\"load-balancer\"", "\"load-balancer\", \"layer\": 4") + ","
                                + SERVER
                                + "," + SERVER.replace("s1", "s2"),
                        "users lb",
                        "lb s1",
                        "lb s2"))
                .containsExactly(
                        "note: users: 8 kept connections for 2 targets: lb picks once for each at layer 4, so shares will be uneven");
        String rules =
                "{ \"id\": \"lb\", \"kind\": \"load-balancer\", \"rules\": [ { \"path\": \"/*\", \"pool\": \"default\" } ] }";
        assertThat(of(clients(rate("400/s") + ", \"tls\": true") + "," + rules + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(
                        "warning: lb: has rules, but the requests of users pass through encrypted; a real balancer could not read them: terminate TLS here");
    }

    @Test
    void timeoutsAndTiming() {
        assertThat(of(clients(rate("400/s") + ", \"timeout\": \"2ms\"") + "," + SERVER, "users s1"))
                .containsExactly(
                        "warning: users: its timeout of 2ms is not longer than the mean service time of s1, so most requests there time out");
        Topology topology = read(
                text(USERS + "," + SERVER, "users s1")
                        .replace(
                                "\"links\"",
                                "\"duration\": \"10s\", \"warm-up\": \"10s\", \"scenario\": [ { \"at\": \"11s\", \"crash\": \"s1\" } ], \"links\""));
        assertThat(texts(topology))
                .containsExactly(
                        "warning: the topology: the warm-up of 10s leaves nothing of the 10s to measure",
                        "note: the scenario: the command at 11s comes after the end at 10s");
    }

    @Test
    void aStoreThatIsNotLinkedAndOneThatIsTooSmall() {
        String app = "{ \"id\": \"s1\", \"kind\": \"server\", \"cores\": 2, \"service\": \"4ms\","
                + " \"state\": { \"store\": \"redis\" } }";
        String store = "{ \"id\": \"redis\", \"kind\": \"server\", \"cores\": 1, \"service\": \"5ms\" }";
        assertThat(of(USERS + "," + BALANCER + "," + app + "," + store, "users lb", "lb s1"))
                .containsExactly(
                        "error: s1: keeps its sessions in redis but is not linked to it, so every request fails",
                        "warning: redis: no request can get here; link it to clients, to a load balancer they use or to a server that calls it");
        assertThat(of(USERS + "," + BALANCER + "," + app + "," + store, "users lb", "lb s1", "s1 redis"))
                .singleElement()
                .asString()
                .startsWith("error: redis: no capacity: offered 400 requests/s, can serve 200");
    }

    @Test
    void whatIsSentToANodeThatTakesNothing() {
        Topology sound = read(text(USERS + "," + BALANCER + "," + SERVER, "users lb", "lb s1"));
        Topology backwards = sound.with(Link.of("lb", "users", new Distribution.Fixed(Duration.ofMillis(1))));
        assertThat(texts(backwards))
                .contains("error: lb: sends requests to users, a node of the kind clients, which takes none");
    }

    @Test
    void whatTheScenarioAddsCountsAsThere() {
        Topology topology = read(text(USERS + "," + BALANCER, "users lb")
                .replace(
                        "\"links\"",
                        "\"scenario\": [ { \"at\": \"1s\", \"add\": " + SERVER
                                + ", \"links\": [ { \"from\": \"lb\", \"to\": \"s1\" } ] } ], \"links\""));
        assertThat(texts(topology)).isEmpty();
    }

    @Test
    void aLongChainOfBalancersIsNoTrouble() {
        StringBuilder nodes = new StringBuilder(USERS + "," + SERVER);
        List<String> links = new ArrayList<>(List.of("users b0"));
        for (int i = 0; i < 5_000; i++) {
            nodes.append(",").append(BALANCER.replace("lb", "b" + i));
            links.add("b" + i + " " + (i == 4_999 ? "s1" : "b" + (i + 1)));
        }
        assertThat(of(nodes.toString(), links.toArray(String[]::new))).isEmpty();
    }

    @Test
    void noSampleHasAnError() throws IOException {
        assertThat(SampleFiles.all())
                .allSatisfy(
                        file -> assertThat(StructureCheck.of(((ReadResult.Read) TopologyFile.read(file)).topology()))
                                .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR));
    }

    private static final String BALANCER = "{ \"id\": \"lb\", \"kind\": \"load-balancer\" }";
    private static final String SERVER = "{ \"id\": \"s1\", \"kind\": \"server\", \"cores\": 2, \"service\": \"4ms\" }";

    private static String clients(String keys) {
        return "{ \"id\": \"users\", \"kind\": \"clients\", " + keys + " }";
    }

    private static String rate(String rate) {
        return "\"arrivals\": { \"type\": \"poisson\", \"rate\": \"" + rate + "\" }";
    }

    /** Links are given as "from to" and further keys. */
    private static String text(String nodes, String... links) {
        String joined = Stream.of(links)
                .filter(link -> !link.isEmpty())
                .map(link -> link.split(" ", 3))
                .map(link -> "{ \"from\": \"" + link[0] + "\", \"to\": \"" + link[1] + "\""
                        + (link.length > 2 ? ", " + link[2] : "") + " }")
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        return "{ \"format\": 1, \"nodes\": [ " + nodes + " ], \"links\": [ " + joined + " ] }";
    }

    private static List<String> of(String nodes, String... links) {
        return texts(read(text(nodes, links)));
    }

    private static List<String> texts(Topology topology) {
        return StructureCheck.of(topology).stream().map(Finding::toString).toList();
    }

    private static Topology read(String text) {
        ReadResult result = TopologyFile.parse(text);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).topology();
    }
}
