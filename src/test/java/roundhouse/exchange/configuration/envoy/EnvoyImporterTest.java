package roundhouse.exchange.configuration.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.exchange.configuration.ComesBack;
import roundhouse.exchange.configuration.Goes;
import roundhouse.exchange.configuration.ImportOf;
import roundhouse.exchange.configuration.Imported;
import roundhouse.topology.Topology;

/** What messages of Envoy become, by its API v3 and its defaults. */
class EnvoyImporterTest {
    private static final ImportOf ENVOY = new ImportOf("envoy");

    private static String envoy(String route, String cluster) {
        return """
                static_resources:
                  listeners:
                  - name: in
                    address: { socket_address: { address: 0.0.0.0, port_value: 80 } }
                    filter_chains:
                    - filters:
                      - name: envoy.filters.network.http_connection_manager
                        typed_config:
                          common_http_protocol_options: { idle_timeout: 0s }
                          route_config:
                            virtual_hosts:
                            - { name: v, domains: ["*"], routes: [ { match: { prefix: "/" }, route: { cluster: c%s } } ] }
                          http_filters:
                          - name: envoy.filters.http.local_ratelimit
                            typed_config: { token_bucket: { max_tokens: 50, tokens_per_fill: 10, fill_interval: 1s }, filter_enabled: &all { default_value: { numerator: 100 } }, filter_enforced: *all }
                          - name: envoy.filters.http.router
                  clusters:
                  - name: c
                    %s
                    load_assignment:
                      cluster_name: c
                      endpoints:
                      - locality: { zone: z1 }
                        lb_endpoints:
                        - { endpoint: { address: { socket_address: { address: a.local, port_value: 80 } } }, load_balancing_weight: 5 }
                      - priority: 1
                        lb_endpoints:
                        - endpoint: { address: { socket_address: { address: b.local, port_value: 80 } } }
                """.formatted(route, cluster);
    }

    @Test
    void defaultsAreEnvoys() {
        assertThat(ENVOY.json(envoy("", "lb_policy: ROUND_ROBIN")))
                .contains(
                        "\"algorithm\": \"envoy-round-robin\"",
                        "\"queue\": { \"by\": \"target\", \"length\": 1024, \"connections\": 1024, \"requests\": 1024 }",
                        "\"timeouts\": { \"connect\": \"5s\", \"request\": \"15s\" }",
                        "\"weight\": 5",
                        "\"backup\": true",
                        "\"zone\": \"z1\"",
                        "\"rate\": \"10/s\", \"burst\": 50, \"intervally\": true, \"status\": 429");
    }

    @Test
    void retriesChecksAndOutliers() {
        assertThat(ENVOY.json(envoy(
                        ", timeout: 3s, retry_policy: { retry_on: 5xx, num_retries: 2, per_try_timeout: 0.5s }",
                        "health_checks: [ { timeout: 1s, interval: 4s, unhealthy_threshold: 2, healthy_threshold: 1, http_health_check: { path: /up } } ]\n"
                                + "    outlier_detection: { consecutive_5xx: 7, base_ejection_time: 10s }")))
                .contains(
                        "\"pass-on\": { \"tries\": 3, \"on\": \"envoy\", \"writes\": true, \"next\": \"any\", \"timeout\": \"500ms\" }",
                        "\"path\": \"/up\", \"expect-status\": \"200\", \"interval\": \"4s\"",
                        "\"consecutive\": 7, \"base\": \"10s\"",
                        "\"panic\": 50");
    }

    @Test
    void policiesThatHash() {
        assertThat(ENVOY.json(envoy("", "lb_policy: RING_HASH"))).contains("\"placement\": \"envoy-ring\"");
        assertThat(ENVOY.json(envoy("", "lb_policy: MAGLEV"))).contains("\"placement\": \"envoy-maglev\"");
        assertThat(ENVOY.missed(
                        envoy("", "lb_policy: LEAST_REQUEST\n    least_request_lb_config: { choice_count: 5 }")))
                .containsExactly(20);
    }

    private static String routes(String routes) {
        return """
                static_resources:
                  listeners:
                  - name: in
                    address: { socket_address: { address: 0.0.0.0, port_value: 80 } }
                    filter_chains:
                    - filters:
                      - { name: envoy.filters.network.connection_limit, typed_config: { stat_prefix: x, max_connections: 50 } }
                      - name: envoy.filters.network.http_connection_manager
                        typed_config:
                          http_filters: [ { name: envoy.filters.http.router } ]
                          route_config: { virtual_hosts: [ { name: v, domains: ["*"], routes: [ %s ] } ] }
                  clusters:
                  - { name: a, load_assignment: &one { endpoints: [ { lb_endpoints: [ { endpoint: { address: { socket_address: { address: s1, port_value: 80 } } } } ] } ] } }
                  - { name: b, load_assignment: *one }
                  - { name: c, load_assignment: *one }
                """.formatted(routes);
    }

    @Test
    void clustersWithWeightsAreDrawnBehindTheListener() {
        String text = routes("{ match: { prefix: / }, route: { weighted_clusters: { clusters: ["
                + " { name: a, weight: 95 }, { name: b, weight: 5 }, { name: c, weight: 0 } ] } } }");
        Topology topology = ENVOY.well(text).topology();
        assertThat(topology.linksFrom("a-or-b"))
                .extracting("to", "weight")
                .containsExactly(tuple("a", 95), tuple("b", 5));
        assertThat(topology.link("in", "a-or-b")).isPresent();
        assertThat(ENVOY.json(text)).contains("\"at-once\": 50", "\"algorithm\": \"random\"");
        assertThat(ENVOY.missed(text)).containsExactly(15);
        ComesBack.check("envoy", topology);
    }

    @Test
    void expressionsMatchTheWholePathAndPartsOfItEndAtSlashes() {
        Topology topology = ENVOY.well(
                        routes("{ match: { safe_regex: { regex: \"/(x|y)/.*\" } }, route: { cluster: a } },"
                                + " { match: { safe_regex: { regex: \"/z\" } }, route: { cluster: a } },"
                                + " { match: { path_separated_prefix: /w }, route: { cluster: b } },"
                                + " { match: { prefix: / }, route: { cluster: c } }"))
                .topology();
        assertThat(Goes.in(topology).pools("/x/1 /y/ /x /z /zz /w /w/1 /ww"))
                .containsExactly("a", "a", "default", "a", "default", "b", "b", "default");
        ComesBack.check("envoy", topology);
    }

    @Test
    void aBucketThatIsNotEnforcedLimitsNobody() {
        String text = envoy("", "").replace("filter_enforced: *all", "filter_enforced: {}");
        assertThat(ENVOY.json(text)).doesNotContain("\"limits\"");
        assertThat(ENVOY.missed(text)).contains(15);
    }

    @Test
    void whatIsNoConfigurationIsRefusedInALine() {
        for (String text :
                List.of("", "static_resources:", "a: [", "static_resources: { listeners: [], clusters: [ 1 ] }")) {
            assertThat(ENVOY.read(text)).isInstanceOf(Imported.Refused.class);
        }
    }
}
