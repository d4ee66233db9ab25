package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Distribution;

/** One server of a file that stands for several in a run. */
class ExpansionTest {
    private static final String FILE = """
            {
              "format": 1,
              "name": "Three replicas",
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                { "id": "lb", "kind": "load-balancer" },
                { "id": "web", "kind": "server", "label": "Web", "count": 3, "service": "3ms", "state": "redis" },
                { "id": "redis", "kind": "server", "service": "1ms" }
              ],
              "links": [
                { "from": "users", "to": "lb", "latency": "1ms" },
                { "from": "lb", "to": "web", "latency": "1ms", "weight": 2 },
                { "from": "web", "to": "redis", "latency": "1ms" }
              ],
              "scenario": [
                { "at": "1s", "crash": "web" },
                { "at": "2s", "recover": "web-2" },
                { "at": "3s", "cut": ["lb", "web"] },
                { "at": "4s", "mend": ["lb", "web-3"] }
              ],
              "expect": [ "requests of web > 0", "utilization of web-2 < 90%" ]
            }
            """.replace("\"redis\" },", "{ \"store\": \"redis\" } },");

    private static Topology read() {
        return switch (TopologyFile.parse(FILE)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused failed -> throw new AssertionError(failed.problems());
        };
    }

    @Test
    void theFileKeepsTheCount() {
        Topology read = read();
        assertThat(read.node("web").orElseThrow().count()).isEqualTo(3);
        assertThat(TopologyFile.format(read)).contains("\"count\": 3").doesNotContain("web-1");
        assertThat(TopologyFile.parse(TopologyFile.format(read))).isEqualTo(new ReadResult.Read(read));
    }

    @Test
    void eachIsAServerOfItsOwnWithTheLinksOfAll() {
        Topology running = Expansion.of(read());
        assertThat(running.nodes())
                .extracting(Node::id)
                .containsExactly("users", "lb", "web-1", "web-2", "web-3", "redis");
        assertThat(running.nodes()).allMatch(node -> node.count() == 1);
        assertThat(running.nodes()).extracting(Node::label).contains("Web-2");
        assertThat(running.links())
                .extracting(link -> link.from() + " " + link.to() + " " + link.weight())
                .containsExactly(
                        "users lb 1",
                        "lb web-1 2",
                        "lb web-2 2",
                        "lb web-3 2",
                        "web-1 redis 1",
                        "web-2 redis 1",
                        "web-3 redis 1");
        Expansion places = Expansion.of(read(), Members::of, _ -> true);
        assertThat(places.nodes()).containsExactly(0, 1, 2, 2, 2, 3);
        assertThat(places.links()).containsExactly(0, 1, 1, 1, 2, 2, 2);
    }

    @Test
    void withoutCountsItIsTheDocumentItself() {
        Topology plain = read().with(((Server) read().node("web").orElseThrow()).with(Server.COUNT, 1));
        assertThat(Expansion.of(plain)).isSameAs(plain);
    }

    /** What is changed in the file, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\": \"redis\", \"kind\"|\"id\": \"web-2\", \"kind\"|the id \"web-2\" is that of one of the 3 that \"web\" stands for; each id is used once",
                "\"recover\": \"web-2\"|\"recover\": \"web-4\"|no node has the id \"web-4\"",
                "[\"lb\", \"web-3\"]|[\"lb\", \"web-0\"]|no node has the id \"web-0\"",
                "utilization of web-2|utilization of web-9|no node has the id \"web-9\"",
                "\"to\": \"lb\"|\"to\": \"web\"|clients send everything over one link, and web stands for 3 servers; put a load balancer between",
                "\"service\": \"1ms\"|\"service\": \"1ms\", \"count\": 2|redis is 2 servers, and sessions are stored in one",
                "\"crash\": \"web\"|\"weight\": 3, \"from\": \"lb\", \"to\": \"web-1\"|web-1 is one of several equal servers, which have one weight, that of the link to all",
                "\"count\": 3|\"count\": 0|1 to 1,000"
            })
    void whatCannotBeIsRefused(String before, String after, String message) {
        assertThat(FILE).contains(before);
        ReadResult result = TopologyFile.parse(FILE.replace(before, after));
        assertThat(result).isInstanceOf(ReadResult.Refused.class);
        assertThat(((ReadResult.Refused) result).problems().stream().map(Problem::toString))
                .anyMatch(problem -> problem.contains(message));
    }

    @Test
    void aRingHasPointsForEachOfThem() {
        Topology heavy = read().with(read().link("lb", "web").orElseThrow().weighted(65_535));
        assertThat(Validation.problems(heavy)).isEmpty();
        Topology hashed =
                TopologyFile.parse(FILE.replace("\"load-balancer\" }", "\"load-balancer\", \"algorithm\": \"hash\" }")
                                        .replace("\"weight\": 2", "\"weight\": 65535"))
                                instanceof ReadResult.Read read
                        ? read.topology()
                        : Topology.EMPTY;
        assertThat(hashed).as("a weight for each of three").isEqualTo(Topology.EMPTY);
    }

    @Test
    void whatIsRemovedTakesWhatIsSaidOfEachWithIt() {
        Topology without = Deletion.of(read(), Set.of("web"));
        assertThat(without.scenario()).isEmpty();
        assertThat(without.expect()).isEmpty();
        assertThat(without.links()).extracting(Link::to).containsExactly("lb");
    }

    @Test
    void idsAreCountedFromOne() {
        Server server =
                Server.of("s", new Distribution.Fixed(Duration.ofMillis(1))).with(Server.COUNT, 12);
        assertThat(Members.of(server))
                .isEqualTo(IntStream.rangeClosed(1, 12).mapToObj(i -> "s-" + i).toList());
        assertThat(Members.of(server.with(Server.COUNT, 1))).isEqualTo(List.of("s"));
    }

    /** A group is one that has its servers' ids even where there is one. */
    @Test
    void whoNamesAGroupOfOneMeansThatOne() {
        Topology shop = ShopDocument.SHOP;
        Set<String> groups = Set.of("stock", "redis", "memo");
        Topology running = Expansion.of(
                        shop,
                        node -> groups.contains(node.id()) ? List.of(node.id() + "-1") : List.of(node.id()),
                        _ -> true)
                .topology();
        Server web = ShopDocument.web(running);
        assertThat(web.called()).containsExactly("stock-1");
        assertThat(web.store()).isEqualTo("redis-1");
        assertThat(web.keepers()).containsExactly("memo-1", "orders");
        assertThat(running.link("web", "memo-1")).isPresent();
    }

    @Test
    void whoNamesAGroupOfSeveralMeansTheGroup() {
        Topology shop = ShopDocument.SHOP;
        Topology two = shop.with(((Server) shop.node("stock").orElseThrow()).with(Server.COUNT, 2));
        assertThat(Expansion.of(two).nodes())
                .filteredOn(node -> node.id().startsWith("web-"))
                .hasSize(2)
                .allMatch(node -> node.called().equals(List.of("stock")) && "redis".equals(node.store()));
    }

    @Test
    void aServerThatIsNotLinkedYetHasNoLinks() {
        Expansion running = Expansion.of(read(), Members::of, id -> !id.equals("web-2"));
        assertThat(running.topology().links())
                .extracting(link -> link.from() + " " + link.to())
                .containsExactly("users lb", "lb web-1", "lb web-3", "web-1 redis", "web-3 redis");
        assertThat(running.links()).containsExactly(0, 1, 1, 2, 2);
    }

    @Test
    void anAddressIsThatOfOneTarget() {
        Topology addressed = read().with(read().link("lb", "web").orElseThrow().with(Link.ADDRESS, "10.0.0.1"))
                .with(read().link("web", "redis").orElseThrow().with(Link.ADDRESS, "10.0.0.2"));
        assertThat(Expansion.of(addressed).links())
                .extracting(Link::address)
                .containsExactly(null, null, null, null, "10.0.0.2", "10.0.0.2", "10.0.0.2");
    }
}
