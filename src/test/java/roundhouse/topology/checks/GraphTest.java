package roundhouse.topology.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes and links as they are put together one by one: where links lead, what may be added, what leads in a circle. */
final class GraphTest {
    private final GraphTrial trial = GraphTrial.of(
            "users clients",
            "lb load-balancer",
            "lb-2 load-balancer",
            "s1 server",
            "s2 server",
            "db-1 database",
            "db-2 database",
            "db-3 database",
            "memo cache",
            "names dns",
            "users > lb",
            "lb > s1");

    private final Graph graph = trial.graph;

    @Test
    void linksLeadOnAndBack() {
        trial.add("lb > s2");
        assertThat(graph.targets("lb")).containsExactly("s1", "s2");
        assertThat(graph.sources("s2")).containsExactly("lb");
        assertThat(graph.targets("s1")).isEmpty();
        assertThat(graph.reachable("users")).containsExactlyInAnyOrder("lb", "s1", "s2");
        assertThat(graph.reachable("s1")).isEmpty();
        assertThat(graph.ids()).contains("users", "names").hasSize(10);
        assertThat(graph.node("none")).isNull();
    }

    @Test
    void aNodeThatIsRemovedTakesItsLinksAlong() {
        graph.remove("lb");
        assertThat(graph.node("lb")).isNull();
        assertThat(graph.targets("users")).isEmpty();
        assertThat(graph.sources("s1")).isEmpty();
        assertThat(graph.targets("lb")).isEmpty();
        assertThat(graph.sources("lb")).isEmpty();
        trial.add("lb load-balancer");
        assertThat(trial.refusal("users > lb")).isEmpty();
        assertThat(trial.refusal("lb > s1")).isEmpty();
    }

    @Test
    void aPairHasTwoAndEndsWithOneOfThem() {
        trial.add("lb ~ lb-2");
        assertThat(graph.peer("lb")).isEqualTo("lb-2");
        assertThat(graph.peer("lb-2")).isEqualTo("lb");
        trial.add("lb-3 load-balancer");
        assertThat(trial.refusal("lb-3 ~ lb")).isEqualTo("lb has a heartbeat with lb-2; a pair is two balancers");
        assertThat(trial.refusal("lb > lb-2")).isEqualTo("lb is already linked to lb-2");
        graph.remove("lb");
        assertThat(graph.peer("lb-2")).isNull();
        assertThat(trial.refusal("lb-3 ~ lb-2")).isEmpty();
    }

    @Test
    void membersOfAStoreTalkOverOneLink() {
        trial.store("orders", "db-1", "db-2");
        trial.store("more", "db-1", "db-3");
        assertThat(graph.joinsMembers("db-1", "db-2")).isTrue();
        assertThat(graph.joinsMembers("db-1", "db-3")).isFalse();
        assertThat(graph.joinsMembers("s1", "s2")).isFalse();
        assertThat(graph.store("db-1")).isNotNull().extracting("id").isEqualTo("orders");
        assertThat(trial.refusal("db-1 > db-2")).isEmpty();
        trial.add("db-1 > db-2");
        assertThat(graph.fellows("db-1")).containsExactly("db-2");
        assertThat(graph.fellows("db-2")).containsExactly("db-1");
        assertThat(graph.targets("db-1")).isEmpty();
        assertThat(trial.refusal("db-2 > db-1"))
                .isEqualTo("db-2 and db-1 are already linked; members talk over one link both ways");
    }

    /** A member that comes back is linked anew, since its links went with it. */
    @Test
    void aMemberThatIsRemovedTakesItsLinksAlong() {
        trial.store("orders", "db-1", "db-2");
        trial.add("db-1 > db-2");
        graph.remove("db-1");
        assertThat(graph.fellows("db-1")).isEmpty();
        assertThat(graph.fellows("db-2")).isEmpty();
        trial.add("db-1 database");
        assertThat(trial.refusal("db-1 > db-2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            s3 > lb          | no node has the id "s3"; did you mean "s1"?
            lb > s3          | no node has the id "s3"; did you mean "s1"?
            lb > lb          | a node cannot be linked to itself
            lb > s1          | lb is already linked to s1
            lb > s2          | ``
            users > s2       | clients send everything over one link, and users is already linked to lb; put a load balancer between
            lb ~ s1          | a heartbeat joins two load balancers
            s1 ~ lb          | a heartbeat joins two load balancers
            lb ~ lb-2        | ``
            lb > db-1        | db-1 is a database, which only servers and caches ask; a server between answers requests
            lb > memo        | memo is a cache, which only servers ask; a server between answers requests
            s1 > db-1        | ``
            s1 > memo        | ``
            memo > db-1      | ``
            memo > s1        | memo is a cache, which asks a database only
            db-1 > s1        | db-1 is a database, which asks nobody
            lb > names       | names is a DNS node, which only clients ask
            lb > users       | clients send requests and take none; links go to a load balancer or a server
            """)
    void whatMayNotBeLinkedSaysWhy(String link, String refusal) {
        assertThat(trial.refusal(link)).isEqualTo(refusal);
    }

    @Test
    void idsAreListedWhereNoneIsMeantAndThereAreAFew() {
        assertThat(GraphTrial.of("a server", "b server").refusal("other > a"))
                .isEqualTo("no node has the id \"other\"; there are a, b");
        assertThat(new GraphTrial().refusal("other > a")).isEqualTo("no node has the id \"other\"");
        GraphTrial many = new GraphTrial();
        for (int i = 10; i < 22; i++) {
            many.add("node" + i + " server");
        }
        assertThat(many.refusal("x > y")).contains("; there are node10, node11");
        many.add("node22 server");
        assertThat(many.refusal("x > y")).isEqualTo("no node has the id \"x\"");
    }

    @Test
    void whoSendsOverOneLinkKnowsBothOfAPair() {
        trial.add("lb ~ lb-2");
        assertThat(trial.refusal("users > lb-2")).isEmpty();
        trial.add("users > lb-2");
        trial.add("lb-3 load-balancer");
        assertThat(trial.refusal("users > lb-3")).contains("users is already linked to lb");
    }

    @Test
    void severalServersAreNotSentToOverOneLink() {
        trial.add("web server \"count\": 3");
        trial.add("more clients");
        assertThat(trial.refusal("more > web"))
                .isEqualTo("clients send everything over one link, and web stands for 3 servers;"
                        + " put a load balancer between");
        assertThat(trial.refusal("lb > web")).isEmpty();
    }

    @Test
    void namesAreAskedByClientsAndStandForWhatIsNamed() {
        trial.add("more clients");
        trial.add("names-2 dns");
        assertThat(trial.refusal("more > names")).isEmpty();
        trial.add("more > names");
        assertThat(trial.refusal("more > names-2")).isEqualTo("more already asks names for names");
        assertThat(trial.refusal("more > lb"))
                .isEqualTo("more asks names where to send, which does not name lb; link names to lb first");
        trial.add("names > lb");
        trial.add("names > lb-2");
        assertThat(trial.refusal("more > lb")).isEmpty();
        trial.add("more > lb");
        assertThat(trial.refusal("more > lb-2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lb ~ lb-2, 0", "names > lb, 1", "users > names, 2", "lb > s1, 3", "x > names, 2", "x > y, 3"})
    void linksAreAddedInRounds(String link, int round) {
        assertThat(graph.round(GraphTrial.link(link))).isEqualTo(round);
    }

    @Test
    void aCircleIsFoundFromItsFirstNodeBackToIt() {
        assertThat(graph.cycle()).isEmpty();
        trial.add("lb > lb-2");
        trial.add("lb-2 > s1");
        assertThat(graph.cycle()).isEmpty();
        trial.add("lb-2 > lb");
        assertThat(graph.cycle()).containsExactly("lb", "lb-2", "lb");
        assertThat(graph.circleProblem(List.of("lb", "lb-2", "lb")))
                .startsWith("load balancers send requests in a circle: lb → lb-2 → lb");
        trial.add("caller server \"calls\": [ { \"to\": \"lb\" } ]");
        assertThat(graph.circleProblem(List.of("lb", "caller", "lb")))
                .startsWith("servers call each other in a circle: ");
    }

    @Test
    void manyWaysToOneNodeAreNoCircle() {
        GraphTrial ladder = new GraphTrial();
        for (int i = 0; i < 40; i++) {
            ladder.add("l" + i + " load-balancer");
            ladder.add("r" + i + " load-balancer");
        }
        for (int i = 1; i < 40; i++) {
            for (String from : List.of("l", "r")) {
                ladder.add(from + (i - 1) + " > l" + i);
                ladder.add(from + (i - 1) + " > r" + i);
            }
        }
        assertThat(ladder.graph.cycle()).isEmpty();
        assertThat(ladder.graph.reachable("l0")).hasSize(78);
    }
}
