package roundhouse.exchange.configuration.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.exchange.configuration.ConfigurationText;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.LineNote;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.routing.Failure;
import roundhouse.routing.RequestRules;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.types.Types;

/** What becomes of a configuration of nginx, by its documentation. */
class NginxImportTest {
    private static final Path SHOP = Path.of("src", "test", "resources", "configurations", "nginx", "nginx.conf");

    private static Imported.Read read(String text) {
        Imported imported = ConfigurationFile.read(new NginxImporter(), new ConfigurationText(text, null), "x");
        assertThat(imported).isInstanceOf(Imported.Read.class);
        return (Imported.Read) imported;
    }

    private static String refusal(String text) {
        Imported imported = ConfigurationFile.read(new NginxImporter(), new ConfigurationText(text, null), "x");
        return imported instanceof Imported.Refused(var problems)
                ? problems.getFirst().toString()
                : "";
    }

    private static LoadBalancer balancer(Topology topology, String id) {
        return (LoadBalancer) topology.node(id).orElseThrow();
    }

    private static LoadBalancer only(String text) {
        return (LoadBalancer) read(text).topology().nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .reduce((_, _) -> {
                    throw new AssertionError("two balancers");
                })
                .orElseThrow();
    }

    @Test
    void aShopWithIncludedFiles() {
        Imported.Read read = (Imported.Read) ConfigurationFile.read(SHOP);
        Topology topology = read.topology();
        LoadBalancer shop = balancer(topology, "shop.example");
        assertThat(shop.layer()).isEqualTo(7);
        assertThat(shop.balancing().algorithm()).isEqualTo(Algorithm.LEAST_CONNECTIONS);
        assertThat(shop.rules())
                .containsExactly(
                        Rule.path("/*", "gold").with(Rule.HEADER, "x-plan").with(Rule.VALUE, "gold"),
                        Rule.path("/api/*", "api"),
                        Rule.path("/status", "10.9.9.9:7000"),
                        Rule.path("/*.php", "unix:/run/php.sock"));
        assertThat(shop.ruleOrder()).isEqualTo(RequestRules.Order.LONGEST_PREFIX);
        assertThat(shop.tls().mode()).isEqualTo(Tls.Mode.TERMINATE);
        assertThat(shop.passOn().attempts()).isEqualTo(2);
        assertThat(shop.passOn().on())
                .isEqualTo(EnumSet.of(Failure.REFUSED, Failure.BROKEN, Failure.TIMED_OUT, Failure.REJECTED));
        assertThat(shop.passOn().writes()).isTrue();
        assertThat(shop.passOn().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(shop.timeouts().connect()).isEqualTo(Duration.ofSeconds(5));
        assertThat(shop.connections().idle()).isEqualTo(Duration.ofSeconds(65));
        assertThat(shop.connections().requests()).as("nginx's default").isEqualTo(1_000);
        assertThat(shop.limits().stream().map(Limit::kind))
                .containsExactly(
                        LimitKind.CONCURRENCY,
                        LimitKind.DENY,
                        LimitKind.LEAKY_BUCKET,
                        LimitKind.ALLOW,
                        LimitKind.LEAKY_BUCKET,
                        LimitKind.CONCURRENCY,
                        LimitKind.DENY);
        assertThat(shop.limits().stream().map(Limit::path))
                .as("a place with a limit of its own has that one instead")
                .containsExactly("/api/*", "/api/*", "/api/*", "/api/*", null, null, null);
        assertThat(shop.limits().get(4).delay()).as("nodelay").isEqualTo(Types.UNLIMITED);
        assertThat(shop.cache()).isNotNull();
        assertThat(shop.cache().ttl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(shop.cache().capacity().amount()).isEqualTo(64L << 20);
        Link first = topology.link("shop.example", "10.0.0.1-8080").orElseThrow();
        assertThat(first.weight()).isEqualTo(3);
        assertThat(first.address()).isEqualTo("10.0.0.1:8080");
        assertThat(first.passive(shop.health().passive()).maxFails()).isEqualTo(2);
        assertThat(topology.link("shop.example", "10.0.0.2-8080").orElseThrow().limit())
                .isEqualTo(100);
        assertThat(topology.link("shop.example", "10.0.0.3-8080").orElseThrow().backup())
                .isTrue();
        assertThat(topology.link("shop.example", "10.0.0.4-8080").orElseThrow().down())
                .isTrue();
        assertThat(topology.link("shop.example", "api-1.internal").orElseThrow().pool())
                .isEqualTo("api");
        assertThat(topology.nodes()).filteredOn(Clients.class::isInstance).hasSize(1);
        assertThat(topology.link("clients", "shop.example")).isPresent();
        assertThat(topology.layout()).containsOnlyKeys(topology.ids());
        assertThat(read.missed().stream().map(LineNote::text))
                .contains("gzip on", "keepalive 32", "return 301 https://$host$request_uri")
                .doesNotContain("least_conn");
        assertThat(read.notes())
                .allMatch(note -> note.line() > 0 && !note.note().isBlank());
        assertThat(read.notes().stream().filter(note -> note.text().equals("limit_conn conns 10")))
                .singleElement()
                .returns("conf.d/shop.conf", LineNote::file)
                .returns(12, LineNote::line);
        assertThat(read.assumed()).anyMatch(sentence -> sentence.contains("10 ms"));
    }

    /** Each line that says something is told of once. */
    @Test
    void everyDirectiveIsToldOf() {
        Imported.Read read = (Imported.Read) ConfigurationFile.read(SHOP);
        List<Integer> lines = read.notes().stream()
                .filter(note -> note.file().isEmpty())
                .map(LineNote::line)
                .distinct()
                .toList();
        assertThat(lines).contains(1, 2, 3, 5, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 22, 27, 33, 35, 42);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "least_conn; | LEAST_CONNECTIONS | ring",
                "ip_hash; | IP_HASH | ring",
                "random; | RANDOM | ring",
                "random two least_conn; | NGINX_RANDOM_TWO | ring",
                "hash $request_uri; | HASH | nginx-hash",
                "hash \"$scheme${request_uri}\" consistent; | HASH | nginx-consistent",
                "least_time header; | LEAST_RESPONSE_TIME | ring",
                "'' | WEIGHTED_ROUND_ROBIN | ring",
            })
    void methods(String directive, Algorithm algorithm, String placement) {
        LoadBalancer balancer = only("upstream a { " + directive + " server h1; server h2; }");
        assertThat(balancer.balancing().algorithm()).isEqualTo(algorithm);
        assertThat(balancer.balancing().placement().kind().key()).isEqualTo(placement);
    }

    @Test
    void whatNginxDoesWhereNothingIsSaid() {
        LoadBalancer balancer =
                only("upstream a { server h1; server h2; server h3; } server { location / { proxy_pass http://a; } }");
        assertThat(balancer.health().passive().maxFails()).isEqualTo(1);
        assertThat(balancer.health().passive().failTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(balancer.passOn().attempts()).as("each server once").isEqualTo(3);
        assertThat(balancer.passOn().timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(balancer.timeouts().connect()).isEqualTo(Duration.ofSeconds(60));
        assertThat(balancer.connections().age()).isEqualTo(Duration.ofHours(1));
        assertThat(balancer.connections().idle()).isEqualTo(Duration.ofSeconds(75));
    }

    @Test
    void hostsOfSeveralServersAreRules() {
        LoadBalancer balancer = only("""
                upstream a { server h1; } upstream b { server h2; }
                server { listen 80; server_name _; location / { proxy_pass http://a; } }
                server { listen 80; server_name .b.example b.*; location /x { proxy_pass http://b; } }
                """);
        assertThat(balancer.rules())
                .containsExactly(
                        Rule.path("/x*", "b").with(Rule.HOST, "*.b.example"),
                        Rule.path("/x*", "b").with(Rule.HOST, "b.*"));
    }

    @Test
    void upstreamsWithMethodsOfTheirOwnAreBalancersBehindTheFirst() {
        Imported.Read read = read("""
                http {
                  upstream a { ip_hash; server h1; server h2; }
                  upstream b { server h3; server h4; }
                  server { listen 80; server_name front; location / { proxy_pass http://a; } location /b { proxy_pass http://b; } }
                }
                """);
        Topology topology = read.topology();
        assertThat(balancer(topology, "a").balancing().algorithm()).isEqualTo(Algorithm.IP_HASH);
        assertThat(balancer(topology, "b").balancing().algorithm()).isEqualTo(Algorithm.WEIGHTED_ROUND_ROBIN);
        assertThat(balancer(topology, "a").cost()).isZero();
        assertThat(topology.link("front", "b").orElseThrow().pool()).isEqualTo("b");
        assertThat(balancer(topology, "front").passOn().attempts()).isEqualTo(1);
    }

    @Test
    void aStreamIsABalancerAtLayer4AndOneBalancerCanAskAnother() {
        Topology topology = read("""
                stream { upstream db { least_conn; server d1:5432; server d2:5432; } server { listen 5432; proxy_pass db; } }
                http { upstream web { server 127.0.0.1:5432; server w2; } server { listen 80; location / { proxy_pass http://web; } } }
                """).topology();
        assertThat(balancer(topology, "db").layer()).isEqualTo(4);
        assertThat(topology.link("web", "db")).isPresent();
        assertThat(topology.link("clients", "web")).isPresent();
        assertThat(topology.link("clients", "db")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | nothing in it passes requests on: it has no upstream and no proxy_pass",
                "http { | line 1: the block of \"http\" is not closed by }",
                "http { } } | line 1: this } closes nothing",
                "a 'b | line 1: the quote that begins here does not end",
                "worker_processes 4 | line 1: \"worker_processes\" is not ended by ; or a block",
                "; | line 1: a directive begins with a name, not with ;",
            })
    void whatIsNoConfigurationIsRefusedInALine(String text, String message) {
        assertThat(refusal(text)).isEqualTo(message);
    }

    @Test
    void onlyFilesBesideTheConfigurationAreIncluded() {
        Imported.Read read = (Imported.Read) ConfigurationFile.read(
                new NginxImporter(),
                new ConfigurationText(
                        "include ../../../../../../etc/passwd; include /etc/hostname; upstream a { server h; }",
                        SHOP.toAbsolutePath().getParent()),
                "x");
        assertThat(read.missed()).hasSize(2).allMatch(note -> note.note().contains("only files there and below"));
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refusal("a {".repeat(100_000))).contains("nested more than 30 deep");
    }
}
