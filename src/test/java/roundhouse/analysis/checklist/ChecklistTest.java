package roundhouse.analysis.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.analysis.checklist.Advice.Severity;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;

/** What the scaling checklist answers, and that what it proposes mends what it found. */
class ChecklistTest {
    private static Topology read(String nodes, String links, String more) {
        return ((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "duration": "20s", "warm-up": "1s", "nodes": [ %s ], "links": [ %s ] %s }
                """.formatted(nodes, links, more))).topology();
    }

    private static String clients(String more) {
        return "{ \"id\": \"users\", \"kind\": \"clients\", \"arrivals\": { \"type\": \"poisson\", \"rate\": \"900/s\" }, \"timeout\": \"1s\" "
                + more + " }";
    }

    private static Topology balanced(String balancer, String web) {
        return read(
                clients("") + ", { \"id\": \"lb\", \"kind\": \"load-balancer\"" + balancer + " },"
                        + " { \"id\": \"web\", \"kind\": \"server\", \"service\": \"1ms\"" + web + " }",
                "{ \"from\": \"users\", \"to\": \"lb\" }, { \"from\": \"lb\", \"to\": \"web\" }",
                "");
    }

    private static Topology withDatabase(String users, String data) {
        return read(
                clients(users)
                        + ", { \"id\": \"web\", \"kind\": \"server\", \"service\": \"1ms\", \"cores\": 4, \"data\": "
                        + data + " }, { \"id\": \"db\", \"kind\": \"database\", \"read\": \"2ms\", \"cores\": 2 }",
                "{ \"from\": \"users\", \"to\": \"web\" }, { \"from\": \"web\", \"to\": \"db\" }",
                "");
    }

    private static List<Advice> answers(Topology topology, ChecklistItem item) {
        return Checklist.of(topology, null).stream()
                .filter(advice -> advice.item() == item)
                .toList();
    }

    private static Advice answer(Topology topology, ChecklistItem item) {
        return answers(topology, item).getFirst();
    }

    private static Topology mended(Advice advice) {
        Topology after = Objects.requireNonNull(advice.fix()).after();
        assertThat(Validation.problems(after)).isEmpty();
        return after;
    }

    @Test
    void eachQuestionHasAnAnswerInItsTurn() {
        List<Advice> answers = Checklist.of(balanced("", ", \"count\": 2"), null);
        assertThat(answers.stream().map(Advice::item).distinct()).containsExactly(ChecklistItem.values());
        assertThat(Checklist.of(Topology.EMPTY, null).stream().map(Advice::item).distinct())
                .containsExactly(ChecklistItem.values());
    }

    @Test
    void theBusiestTierRunsOutFirstAndEnoughServersMendThat() {
        Advice advice = answer(balanced("", ""), ChecklistItem.BOTTLENECK);
        assertThat(advice.where()).isEqualTo("web");
        assertThat(advice.severity()).isEqualTo(Severity.WARNING);
        assertThat(advice.figure()).isEqualTo("90 % busy at the peak");
        assertThat(advice.text()).startsWith("runs out first: bears 1.11 times as much before it is full");
        Advice after = answer(mended(advice), ChecklistItem.BOTTLENECK);
        assertThat(after.figure()).isEqualTo("45 % busy at the peak");
        assertThat(after.severity()).isEqualTo(Severity.GOOD);
    }

    @Test
    void aDatabaseBehindNoCacheIsATierByItsReadsAndWrites() {
        Advice advice = answer(withDatabase("", "{ \"store\": \"db\" }"), ChecklistItem.BOTTLENECK);
        assertThat(advice.where()).isEqualTo("db");
        assertThat(advice.figure()).isEqualTo("90 % busy at the peak by 900/s reads and 0.0/s writes");
        assertThat(answer(mended(advice), ChecklistItem.BOTTLENECK).figure())
                .isEqualTo("60 % busy at the peak by 900/s reads and 0.0/s writes");
    }

    private static Topology grouped(String scaling) {
        return read(
                clients("")
                        + ", { \"id\": \"lb\", \"kind\": \"load-balancer\" }, { \"id\": \"web\", \"kind\": \"server-group\", \"count\": 2,"
                        + " \"server\": { \"service\": \"2ms\" }" + scaling + " }",
                "{ \"from\": \"users\", \"to\": \"lb\" }, { \"from\": \"lb\", \"to\": \"web\" }",
                "");
    }

    @Test
    void aGroupIsATierWithAllThatItGrowsTo() {
        Advice fixed = answer(grouped(""), ChecklistItem.BOTTLENECK);
        assertThat(fixed.where()).isEqualTo("web");
        assertThat(fixed.figure()).isEqualTo("90 % busy at the peak");
        assertThat(mended(fixed).node("web").orElseThrow().count()).isEqualTo(3);
        Advice growing = answer(grouped(", \"scaling\": { \"min\": 2, \"max\": 2 }"), ChecklistItem.BOTTLENECK);
        assertThat(answer(mended(growing), ChecklistItem.BOTTLENECK).figure())
                .isEqualTo("60 % busy at the peak with all of 3 servers");
        assertThat(answer(grouped(", \"scaling\": { \"min\": 2, \"max\": 4 }"), ChecklistItem.UP_OR_OUT)
                        .text())
                .isEqualTo("twice the load at 70 % busy needs 6 servers of 1 core out, and it grows to 4 only");
    }

    /** What the topology says of a store is what its members do in a run. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "mode": "primary" | 0 | 0.05
            "mode": "consensus" | 1 | 0.1
            "mode": "leaderless", "n": 3, "r": 1, "w": 1, "ask-all": true | 1 | 0.05
            "mode": "leaderless", "n": 3, "r": 2, "w": 2 | 1 | 0.1
            """)
    void aStoreIsATierByTheWorkOfItsProtocol(String replication, int busier, double off) {
        Topology topology = read(
                clients(", \"reads\": 0.7")
                        + ", { \"id\": \"web\", \"kind\": \"server\", \"service\": \"1ms\", \"cores\": 4, \"data\": { \"store\": \"kv\" } }, "
                        + database("a") + ", " + database("b") + ", " + database("c"),
                "{ \"from\": \"users\", \"to\": \"web\" }, { \"from\": \"web\", \"to\": \"a\" }, { \"from\": \"web\", \"to\": \"b\" },"
                        + " { \"from\": \"web\", \"to\": \"c\" }, { \"from\": \"a\", \"to\": \"b\" }, { \"from\": \"b\", \"to\": \"c\" },"
                        + " { \"from\": \"a\", \"to\": \"c\" }",
                ", \"stores\": [ { \"id\": \"kv\", \"members\": [\"a\", \"b\", \"c\"], \"replication\": { "
                        + replication + " } } ]");
        Examined examined = new Examined(topology, null);
        Database member = (Database) topology.node("a").orElseThrow();
        double said = examined.demand().busy(member, topology);
        Run run = Run.of(topology);
        run.runUntil(20_000_000_000L);
        // Of three that agree, the one that is asked works on it, too, and hands it on to the one that leads.
        double busy = List.of("a", "b", "c").stream()
                .map(id -> Objects.requireNonNull(run.report().nodes().get(id)).utilization())
                .sorted(Comparator.reverseOrder())
                .skip(busier)
                .findFirst()
                .orElseThrow();
        assertThat(said).isCloseTo(busy, within(off * busy));
        assertThat(answers(topology, ChecklistItem.BOTTLENECK))
                .anySatisfy(advice -> assertThat(advice.figure())
                        .endsWith(" busy at the peak by 630/s reads and 270/s writes of kv, and copies"));
    }

    private static String database(String id) {
        return "{ \"id\": \"" + id
                + "\", \"kind\": \"database\", \"read\": \"1ms\", \"write\": \"2ms\", \"cores\": 8 }";
    }

    @Test
    void aSingleDatabaseCanBecomeAStoreOfThreeThatOneMayLeave() {
        Topology topology = withDatabase(", \"reads\": 0.5", "{ \"store\": \"db\", \"timeout\": \"200ms\" }");
        Advice advice = LossTrials.of(topology, () -> false, _ -> {}).stream()
                .filter(its -> its.where().equals("db"))
                .findFirst()
                .orElseThrow();
        assertThat(advice.severity()).isEqualTo(Severity.ERROR);
        Topology after = mended(advice);
        assertThat(after.stores()).hasSize(1);
        assertThat(LossTrials.of(after, () -> false, _ -> {}))
                .noneMatch(its -> its.where().startsWith("db") && its.severity() == Severity.ERROR);
    }

    /** 900 values of 1,024 bytes a second are 7.3728 Mbit/s. */
    @Test
    void aLinkThatCarriesTooLittleIsWidened() {
        Topology topology = balanced("", ", \"count\": 4");
        topology = topology.with(topology.link("users", "lb").orElseThrow().with(Link.BANDWIDTH, 7));
        Advice advice = answers(topology, ChecklistItem.BOTTLENECK).stream()
                .filter(its -> its.text().startsWith("bandwidth"))
                .findFirst()
                .orElseThrow();
        assertThat(advice.severity()).isEqualTo(Severity.ERROR);
        assertThat(advice.figure()).isEqualTo("7.4 of 7 Mbit/s back at the peak");
        assertThat(answers(mended(advice), ChecklistItem.BOTTLENECK)).anySatisfy(its -> {
            assertThat(its.text()).isEqualTo("bandwidth of users → lb: bears 1.49 times as much before it is full");
            assertThat(its.severity()).isEqualTo(Severity.GOOD);
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 0.7071"})
    void theKneeIsWhereTheMeanWaitIsOneService(int cores, double busy) {
        // Of one core ρ/(1−ρ) = 1; of two ρ²/(1−ρ²) = 1.
        assertThat(BottleneckQuestion.knee(cores)).isCloseTo(busy, within(1e-4));
    }

    @Test
    void aServerThatClientsSendToItselfCanBecomeTwoBehindABalancer() {
        Topology topology = withDatabase("", "{ \"store\": \"db\" }");
        Advice advice = answer(topology, ChecklistItem.UP_OR_OUT);
        assertThat(advice.text()).startsWith("twice the load at 70 % busy needs 4 cores up; it can only grow up");
        Topology after = mended(advice);
        assertThat(after.link("users", "lb")).isPresent();
        assertThat(after.link("users", "web")).isEmpty();
        assertThat(after.node("web").orElseThrow().count()).isEqualTo(2);
        assertThat(answer(after, ChecklistItem.BALANCERS).severity()).isEqualTo(Severity.GOOD);
    }

    @Test
    void aBalancerThatNoticesNothingIsToCheckItsTargets() {
        Advice advice = answer(balanced("", ", \"count\": 4"), ChecklistItem.BALANCERS);
        assertThat(advice.severity()).isEqualTo(Severity.WARNING);
        assertThat(advice.text()).endsWith("25 % fail");
        assertThat(answer(mended(advice), ChecklistItem.BALANCERS).text())
                .isEqualTo("spreads the load, and checks each target every 2s");
    }

    @Test
    void unequalTargetsWantAnAlgorithmThatLooks() {
        Topology topology = read(
                clients("") + ", { \"id\": \"lb\", \"kind\": \"load-balancer\", \"checks\": {} },"
                        + " { \"id\": \"a\", \"kind\": \"server\", \"service\": \"1ms\", \"cores\": 6 },"
                        + " { \"id\": \"b\", \"kind\": \"server\", \"service\": \"1ms\", \"cores\": 2 }",
                "{ \"from\": \"users\", \"to\": \"lb\" }, { \"from\": \"lb\", \"to\": \"a\" }, { \"from\": \"lb\", \"to\": \"b\" }",
                "");
        Advice advice = answer(topology, ChecklistItem.BALANCERS);
        assertThat(advice.figure()).isEqualTo("3.0 : 1");
        assertThat(answer(mended(advice), ChecklistItem.BALANCERS).severity()).isEqualTo(Severity.GOOD);
    }

    @Test
    void skewedKeysAreWorthACacheAndUniformOnesAreNot() {
        String keys = ", \"keys\": { \"type\": \"zipf\", \"count\": 10000, \"exponent\": 1.0 }";
        Advice advice = answer(withDatabase(keys, "{ \"store\": \"db\" }"), ChecklistItem.CACHES);
        assertThat(advice.severity()).isEqualTo(Severity.WARNING);
        assertThat(advice.text()).contains("a cache of 1000 of 10000 keys");
        Topology after = mended(advice);
        Run run = Run.of(after);
        run.runUntil(after.duration().toNanos());
        Advice measured = Checklist.of(after, run.report()).stream()
                .filter(one -> one.item() == ChecklistItem.CACHES)
                .findFirst()
                .orElseThrow();
        assertThat(measured.where()).isEqualTo("cache");
        assertThat(measured.figure()).endsWith("hit in the run");
        assertThat(measured.severity()).isEqualTo(Severity.GOOD);

        Advice uniform = answer(
                withDatabase(", \"keys\": { \"type\": \"uniform\", \"count\": 1000 }", "{ \"store\": \"db\" }"),
                ChecklistItem.CACHES);
        assertThat(uniform.figure()).isEqualTo("10 % of reads hit");
        assertThat(uniform.fix()).isNull();
    }

    @Test
    void sessionsInMemoryNeedAStickyBalancerAndThenAStore() {
        Topology topology = balanced("", ", \"count\": 3, \"state\": \"memory\"");
        Advice free = answer(topology, ChecklistItem.STATE);
        assertThat(free.severity()).isEqualTo(Severity.WARNING);
        Advice sticky = answer(mended(free), ChecklistItem.STATE);
        assertThat(sticky.severity()).isEqualTo(Severity.NOTE);
        Advice stored = answer(mended(sticky), ChecklistItem.STATE);
        assertThat(stored.text()).isEqualTo("keeps its sessions at sessions, so any server can take any request");
    }

    @Test
    void keysByModuloMoveAndOnARingStay() {
        Topology topology =
                balanced(", \"algorithm\": { \"type\": \"hash\", \"placement\": \"modulo\" }", ", \"count\": 10");
        Advice advice = answer(topology, ChecklistItem.HASHING);
        assertThat(advice.severity()).isEqualTo(Severity.WARNING);
        assertThat(HashingQuestion.moved(10, PlacementSettings.of(Placements.MODULO)))
                .isCloseTo(0.9, within(0.015));
        assertThat(answer(mended(advice), ChecklistItem.HASHING).severity()).isEqualTo(Severity.GOOD);
    }

    private static Topology store(String replication, String expect) {
        return read(
                clients("")
                        + ", { \"id\": \"web\", \"kind\": \"server\", \"service\": \"1ms\", \"cores\": 4, \"data\": { \"store\": \"orders\" } },"
                        + " { \"id\": \"a\", \"kind\": \"database\", \"read\": \"1ms\" },"
                        + " { \"id\": \"b\", \"kind\": \"database\", \"read\": \"1ms\" },"
                        + " { \"id\": \"c\", \"kind\": \"database\", \"read\": \"1ms\" }",
                "{ \"from\": \"users\", \"to\": \"web\" }, { \"from\": \"web\", \"to\": \"a\" }, { \"from\": \"web\", \"to\": \"b\" },"
                        + " { \"from\": \"web\", \"to\": \"c\" }, { \"from\": \"a\", \"to\": \"b\" }, { \"from\": \"b\", \"to\": \"c\" },"
                        + " { \"from\": \"a\", \"to\": \"c\" }",
                ", \"stores\": [ { \"id\": \"orders\", \"members\": [\"a\", \"b\", \"c\"], \"replication\": "
                        + replication + " } ], \"expect\": [ \"" + expect + "\" ]");
    }

    @Test
    void whatIsExpectedOfAStoreMustBePossible() {
        Advice stale = answer(
                store("{ \"mode\": \"leaderless\", \"n\": 3, \"r\": 1, \"w\": 1 }", "orders is linearizable"),
                ChecklistItem.CONSISTENCY);
        assertThat(stale.severity()).isEqualTo(Severity.ERROR);
        assertThat(stale.text()).contains("R = 1 and W = 1 of 3 need not meet");
        assertThat(answer(mended(stale), ChecklistItem.CONSISTENCY).severity()).isEqualTo(Severity.GOOD);

        Advice losing = answer(
                store("{ \"mode\": \"primary\" }", "lost acknowledged writes of orders = 0"),
                ChecklistItem.CONSISTENCY);
        assertThat(losing.severity()).isEqualTo(Severity.WARNING);
        assertThat(answer(mended(losing), ChecklistItem.CONSISTENCY).severity()).isEqualTo(Severity.GOOD);

        assertThat(answer(store("{ \"mode\": \"consensus\" }", "orders is linearizable"), ChecklistItem.CONSISTENCY)
                        .severity())
                .isEqualTo(Severity.GOOD);
    }

    @Test
    void nobodyNoticesWithoutExpectations() {
        Topology topology = balanced("", "");
        Advice advice = answer(topology, ChecklistItem.MEASUREMENT);
        assertThat(advice.figure()).isEqualTo("0 expectations");
        assertThat(mended(advice).expect()).hasSize(2);
        assertThat(answer(mended(advice), ChecklistItem.MEASUREMENT).severity()).isEqualTo(Severity.GOOD);
        Topology cold = topology.withWarmUp(Duration.ZERO);
        assertThat(answers(cold, ChecklistItem.MEASUREMENT)).hasSize(2);
    }

    @Test
    void aCrashShowsWhatIsLostAndWhatMakesUpForIt() {
        Topology topology = balanced("", ", \"count\": 2");
        List<Advice> lost = LossTrials.of(topology, () -> false, _ -> {});
        assertThat(lost).extracting(Advice::where).containsExactly("lb");
        assertThat(lost.getFirst().figure()).isEqualTo("100 % of requests lost");
        assertThat(lost.getFirst().severity()).isEqualTo(Severity.ERROR);
        List<Advice> paired = LossTrials.of(mended(lost.getFirst()), () -> false, _ -> {});
        assertThat(paired)
                .as("the standby takes over within some seconds, and nothing is lost without it")
                .noneMatch(advice -> advice.figure().equals("100 % of requests lost"))
                .noneMatch(advice -> advice.where().equals("lb-standby"));
    }

    @Test
    void trialsEndWhenTheyAreGivenUp() {
        assertThat(LossTrials.of(balanced("", ""), () -> true, _ -> {})).isEmpty();
    }
}
