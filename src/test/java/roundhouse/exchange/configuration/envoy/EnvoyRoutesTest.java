package roundhouse.exchange.configuration.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.exchange.configuration.ComesBack;
import roundhouse.exchange.configuration.ImportOf;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.LineNote;
import roundhouse.topology.Topology;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;

/** What routes and clusters of Envoy say for themselves: policies as extensions, time limits, retries, limits of rates. */
class EnvoyRoutesTest {
    private static final String LIMITED =
            "typed_per_filter_config: { envoy.filters.http.local_ratelimit: { stat_prefix: r, token_bucket: { max_tokens: %d, fill_interval: 1s },"
                    + " filter_enabled: { default_value: { numerator: 100 } }, filter_enforced: { default_value: { numerator: 100 } } } }";

    private static Imported.Read read(String routes, String a, String b) {
        return readHosts("{ name: v, domains: [\"*\"], routes: [ " + routes + " ] }", a, b);
    }

    private static Imported.Read readHosts(String hosts, String a, String b) {
        String text = """
                static_resources:
                  listeners:
                  - name: in
                    address: { socket_address: { address: 0.0.0.0, port_value: 80 } }
                    filter_chains:
                    - filters:
                      - name: http
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                          http_filters:
                          - { name: envoy.filters.http.local_ratelimit, typed_config: { stat_prefix: r } }
                          - { name: envoy.filters.http.router }
                          route_config:
                            virtual_hosts: [ %s ]
                  clusters:
                  - { name: a, %s load_assignment: { endpoints: [ { lb_endpoints: [ { endpoint: { address: { socket_address: { address: s1, port_value: 80 } } } } ] } ] } }
                  - { name: b, %s load_assignment: { endpoints: [ { lb_endpoints: [ { endpoint: { address: { socket_address: { address: s2, port_value: 80 } } } } ] } ] } }
                """.formatted(hosts, a, b);
        Imported.Read read = new ImportOf("envoy").well(text);
        ComesBack.check("envoy", read.topology());
        return read;
    }

    private static LoadBalancer balancer(Topology topology, String id) {
        return (LoadBalancer) topology.node(id).orElseThrow();
    }

    private static Imported.Read policies(String policies) {
        return read(
                "{ match: { prefix: / }, route: { cluster: a } }",
                "lb_policy: RANDOM, load_balancing_policy: { policies: [ " + policies + " ] },",
                "");
    }

    private static String extension(String type, String settings) {
        return "{ typed_extension_config: { name: x, typed_config: { \"@type\": type.googleapis.com/envoy.extensions.load_balancing_policies."
                + type + (settings.isEmpty() ? "" : ", " + settings) + " } } }";
    }

    private static String json(Imported.Read read) {
        return TopologyFile.format(read.topology()).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            round_robin.v3.RoundRobin | | "algorithm": "envoy-round-robin"
            least_request.v3.LeastRequest | choice_count: 2 | "algorithm": "envoy-least-request"
            random.v3.Random | | "algorithm": "random"
            ring_hash.v3.RingHash | consistent_hashing_lb_config: { hash_balance_factor: 150 } | "placement": "envoy-ring", "balance-factor": 150
            maglev.v3.Maglev | | "placement": "envoy-maglev"
            round_robin.v3.RoundRobin | locality_lb_config: { zone_aware_lb_config: { min_cluster_size: 3 } } | "min-cluster-size": 3
            """)
    void extensionsAreThePoliciesOfTheSameNames(String type, String settings, String expected) {
        Imported.Read read = policies(extension(type, settings == null ? "" : settings));
        assertThat(json(read)).contains(expected);
        assertThat(read.missed().stream().map(LineNote::note))
                .containsExactlyInAnyOrder(
                        "load_balancing_policy holds instead", "no route sends anything there; left out");
    }

    @Test
    void theFirstExtensionThatIsKnownIsTakenAndTheOthersAreTold() {
        Imported.Read read = policies(extension("client_side_weighted_round_robin.v3.ClientSideWeightedRoundRobin", "")
                + ", " + extension("least_request.v3.LeastRequest", "choice_count: 5, enable_full_scan: true") + ", "
                + extension("random.v3.Random", ""));
        assertThat(json(read)).contains("\"algorithm\": \"envoy-least-request\"");
        assertThat(read.missed().stream().map(LineNote::note))
                .contains(
                        "no algorithm here is like this policy; the next one is taken, or ROUND_ROBIN",
                        "two are drawn here, as where nothing is said",
                        "two targets are drawn, and the one with fewer requests gets it",
                        "the first policy that is known is taken");
    }

    @Test
    void localitiesAroundAPolicyAreTold() {
        Imported.Read read = policies(extension(
                "wrr_locality.v3.WrrLocality",
                "endpoint_picking_policy: { policies: [ " + extension("least_request.v3.LeastRequest", "") + " ] }"));
        assertThat(json(read)).contains("\"algorithm\": \"envoy-least-request\"");
        assertThat(read.missed().stream().map(LineNote::note))
                .contains("weights of localities are not modelled; targets of all are picked alike");
        assertThat(policies(extension("subset.v3.Subset", "")).missed().stream().map(LineNote::note))
                .contains("no policy in it is known here; taken as ROUND_ROBIN");
    }

    @Test
    void routesOfTheirOwnTimeAndRetriesAreBalancersOfTheirClusters() {
        Imported.Read read = read(
                "{ match: { prefix: /slow }, route: { cluster: a, timeout: 60s } },"
                        + " { match: { prefix: / }, route: { cluster: b, timeout: 2s, retry_policy:"
                        + " { retry_on: \"connect-failure,retriable-status-codes\", retriable_status_codes: [ 503, 429 ], num_retries: 3 } } }",
                "",
                "");
        Topology topology = read.topology();
        assertThat(balancer(topology, "in").timeouts().request()).isNull();
        assertThat(balancer(topology, "a").timeouts().request()).hasSeconds(60);
        assertThat(balancer(topology, "a").passOn().attempts()).isOne();
        assertThat(balancer(topology, "b").timeouts().request()).hasSeconds(2);
        assertThat(balancer(topology, "b").passOn().attempts()).isEqualTo(4);
        assertThat(json(read)).contains("\"on\": [\"refused\", \"rejected\"]");
        assertThat(read.missed().stream().map(LineNote::note))
                .containsExactlyInAnyOrder(
                        "of the statuses of failures only 503 is told apart here",
                        "where nothing is said Envoy lets 3 retries go on at once; here they are bounded for each request");
    }

    @Test
    void routesToOneClusterThatDifferAreTold() {
        Imported.Read read = read(
                "{ match: { prefix: /slow }, route: { cluster: a, timeout: 60s } }, { match: { prefix: / }, route: { cluster: a } }",
                "circuit_breakers: { thresholds: [ { max_retries: 7, retry_budget: {} } ] },",
                "");
        assertThat(balancer(read.topology(), "in").timeouts().request()).hasSeconds(60);
        assertThat(read.missed().stream().map(LineNote::note))
                .contains("all routes to a cluster have the time limits and retries of the first to it")
                .filteredOn("retries are bounded for each request, not at once"::equals)
                .hasSize(2);
    }

    @Test
    void limitsOfRoutesHoldInsteadOfThoseThatFollow() {
        Imported.Read read = read(
                "{ match: { path: /login, headers: [ { name: \":method\", string_match: { exact: POST } } ] }, route: { cluster: a }, "
                        + LIMITED.formatted(5) + " }, { match: { prefix: /free }, route: { cluster: a } },"
                        + " { match: { prefix: / }, route: { cluster: a }, " + LIMITED.formatted(100) + " }",
                "",
                "");
        List<Limit> limits = balancer(read.topology(), "in").limits();
        assertThat(limits)
                .extracting(Limit::kind)
                .containsExactly(LimitKind.TOKEN_BUCKET, LimitKind.ALLOW, LimitKind.ALLOW, LimitKind.TOKEN_BUCKET);
        assertThat(limits).extracting(Limit::path).containsExactly("/login", "/login", "/free*", null);
        assertThat(limits).extracting(Limit::methods).containsExactly("POST", "POST", null, null);
        assertThat(read.missed()).hasSize(1);
    }

    @Test
    void aLimitOfOneRouteAlone() {
        Imported.Read read = read(
                "{ match: { prefix: /api/ }, route: { cluster: a }, " + LIMITED.formatted(5)
                        + " }, { match: { prefix: / }, route: { cluster: a } }",
                "",
                "");
        assertThat(balancer(read.topology(), "in").limits())
                .singleElement()
                .satisfies(limit -> assertThat(limit.path()).isEqualTo("/api/*"));
    }

    private static String host(String domains, String routes, String more) {
        return "{ name: v, domains: [ " + domains + " ], routes: [ " + routes + " ]" + more + " }";
    }

    @Test
    void aVirtualHostsLimitIsOfAllThatItsRoutesTakeWhichHaveNone() {
        String routes = "{ match: { prefix: /own }, route: { cluster: a }, " + LIMITED.formatted(5)
                + " }, { match: { prefix: /a }, route: { cluster: a } }, { match: { prefix: / }, route: { cluster: a } }";
        List<Limit> limits = balancer(
                        readHosts(
                                        host(
                                                        "\"*\"",
                                                        "{ match: { prefix: / }, route: { cluster: a } }",
                                                        ", " + LIMITED.formatted(100))
                                                + ", " + host("a.example", routes, ", " + LIMITED.formatted(50)),
                                        "",
                                        "")
                                .topology(),
                        "in")
                .limits();
        assertThat(limits)
                .extracting(Limit::kind)
                .containsExactly(
                        LimitKind.TOKEN_BUCKET,
                        LimitKind.ALLOW,
                        LimitKind.TOKEN_BUCKET,
                        LimitKind.ALLOW,
                        LimitKind.TOKEN_BUCKET);
        assertThat(limits).extracting(Limit::path).containsExactly("/own*", "/own*", null, null, null);
        assertThat(limits)
                .extracting(Limit::value)
                .containsExactly("a.example", "a.example", "a.example", "a.example", null);
        assertThat(limits).extracting(Limit::burst).containsExactly(5, null, 50, null, 100);
    }

    @Test
    void aVirtualHostsLimitThatCannotBeSaidIsTold() {
        String route = "{ match: { prefix: / }, route: { cluster: a } }";
        Imported.Read two = readHosts(host("a.example, b.example", route, ", " + LIMITED.formatted(5)), "", "");
        assertThat(balancer(two.topology(), "in").limits()).isEmpty();
        assertThat(two.missed().stream().map(LineNote::note))
                .contains("a limit goes by one path, one method and one header, exact host included");
        Imported.Read before = readHosts(
                host(
                        "a.example",
                        "{ match: { path: /x }, route: { cluster: a } }, { match: { prefix: / }, route: { cluster: a }, "
                                + LIMITED.formatted(3) + " }",
                        ", " + LIMITED.formatted(5)),
                "",
                "");
        assertThat(before.missed().stream().map(LineNote::note))
                .contains("a limit of a later route also counts requests that this one takes");
    }
}
