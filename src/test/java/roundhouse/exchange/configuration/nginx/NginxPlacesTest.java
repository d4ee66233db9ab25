package roundhouse.exchange.configuration.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.exchange.configuration.ComesBack;
import roundhouse.exchange.configuration.Goes;
import roundhouse.exchange.configuration.ImportOf;
import roundhouse.exchange.configuration.LineNote;
import roundhouse.topology.Topology;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.guarding.Limit;

/** Which location takes a request, how requests are split by chance, and whom limits concern. */
class NginxPlacesTest {
    private static Topology http(String text) {
        return Goes.topology("nginx", "events {} http {" + text + "}");
    }

    private static String json(Topology topology) {
        return TopologyFile.format(topology).replaceAll("\\s+", " ");
    }

    /** As nginx 1.22 answered when its locations returned their names. */
    @Test
    void anExactPathThenAFinalPrefixThenExpressionsThenTheLongestPrefix() {
        Topology topology = http("""
                server {
                    listen 80;
                    location / { proxy_pass http://rest; }
                    location /a/ { proxy_pass http://a; }
                    location /a/long/ { proxy_pass http://long; }
                    location ^~ /a/last/ { proxy_pass http://last; }
                    location = /a/b/exact { proxy_pass http://exact; }
                    location ~ ^/a/(b|last)/ { proxy_pass http://one; }
                    location ~ ^/a/b/c { proxy_pass http://two; }
                    location ~ ^/a/long/x { proxy_pass http://three; }
                }
                """);
        assertThat(
                        Goes.in(topology)
                                .pools(
                                        "/ /a/ /a/x /a/long/ /a/long/x1 /a/last/ /a/last/b /a/b/ /a/b/c /a/b/exact /a/b/exactly"))
                .containsExactly("default", "a", "a", "long", "three", "last", "last", "one", "one", "exact", "one");
        ComesBack.check("nginx", topology);
        ComesBack.check("haproxy", topology);
    }

    /** The first expression of two, and none of them under a final prefix; the locations within others are among them. */
    @Test
    void expressionsOfEndsAndLocationsWithinOthers() {
        Topology topology = http("""
                server {
                    listen 80;
                    location / { proxy_pass http://rest; }
                    location ~ \\.php$ { proxy_pass http://php; }
                    location ~* \\.(jpg|png)$ { proxy_pass http://images; }
                    location ~ x\\.php$ { proxy_pass http://never; }
                    location ^~ /static/ { proxy_pass http://static; }
                    location /app/ {
                        location ~ \\.cgi$ { proxy_pass http://cgi; }
                        location = /app/health { proxy_pass http://health; }
                        proxy_pass http://app;
                    }
                    location ~ ^/app/.*\\.svg$ { proxy_pass http://drawings; }
                }
                """);
        assertThat(Goes.in(topology)
                        .pools("/ /index.php /x.php /a/b.png /static/a.php /static/b /app/ /app/a.php /app/health"
                                + " /app/x.svg /x.svg /app/r.cgi /php"))
                .containsExactly(
                        "default",
                        "php",
                        "php",
                        "images",
                        "static",
                        "static",
                        "app",
                        "php",
                        "health",
                        "drawings",
                        "default",
                        "cgi",
                        "default");
        for (String format : List.of("nginx", "haproxy", "envoy")) {
            ComesBack.check(format, topology);
        }
    }

    @Test
    void clientsAreSplitByWeightAndKeepTheirPart() {
        Topology topology = http("""
                split_clients "${remote_addr}x" $variant { 0.5% canary; 20% green; * blue; }
                upstream blue { least_conn; server 10.0.0.1:80; server 10.0.0.2:80; }
                upstream green { server 10.0.0.3:80; }
                upstream canary { server 10.0.0.4:80; }
                server { listen 80; location / { proxy_pass http://$variant; } }
                """);
        assertThat(json(topology))
                .contains(
                        "\"id\": \"variant-split\"",
                        "\"algorithm\": \"random\", \"cost\": \"0s\", \"sticky\": \"address\"");
        assertThat(topology.linksFrom("variant-split"))
                .extracting("to", "weight")
                .containsExactly(tuple("canary", 1), tuple("green", 40), tuple("blue", 159));
        assertThat(topology.linksFrom("blue")).hasSize(2);
        ComesBack.check("nginx", topology);
    }

    @Test
    void keysThatAreEmptyForSomeLeaveThemOut() {
        Topology topology = http("""
                geo $office { default 0; 192.0.0.0/3 1; }
                map $office $key { 0 $binary_remote_addr; 1 ""; }
                map $uri $login { /login $binary_remote_addr; default ""; }
                map $http_x_plan $free { free $binary_remote_addr; }
                map $request_method $posts { POST $binary_remote_addr; default ""; }
                map $request_method $writes { GET ""; ~*^(head|options)$ ""; default $server_name; }
                map $request_method $writing_office { GET ""; default $key; }
                map $again $again { a $again; }
                limit_req_zone $key zone=a:1m rate=1r/s;
                limit_req_zone $login zone=b:1m rate=2r/s;
                limit_req_zone $free zone=c:1m rate=3r/s;
                limit_req_zone $posts zone=d:1m rate=4r/s;
                limit_req_zone $writes zone=e:1m rate=5r/s;
                limit_req_zone $writing_office zone=f:1m rate=6r/s;
                limit_req_zone $again zone=g:1m rate=7r/s;
                server {
                    listen 80;
                    limit_req zone=a; limit_req zone=b; limit_req zone=c; limit_req zone=d;
                    limit_req zone=e; limit_req zone=f; limit_req zone=g;
                    location / { proxy_pass http://10.0.0.1; }
                }
                """);
        assertThat(json(topology))
                .contains(
                        "\"rate\": \"1/s\", \"from\": \"0.0.0.0/1, 128.0.0.0/2, 224.0.0.0/3\"",
                        "\"rate\": \"2/s\", \"path\": \"/login\"",
                        "\"rate\": \"3/s\", \"header\": \"x-plan\", \"value\": \"free\"",
                        "\"rate\": \"4/s\", \"methods\": \"POST\"",
                        "\"per\": \"all\", \"rate\": \"5/s\", \"methods\": \"not GET, HEAD, OPTIONS\"",
                        "\"rate\": \"6/s\", \"from\": \"0.0.0.0/1, 128.0.0.0/2, 224.0.0.0/3\", \"methods\": \"not GET\"")
                .doesNotContain("7/s");
        ComesBack.check("nginx", topology);
    }

    @Test
    void locationsThatNothingIsLeftForAreTold() {
        Topology topology = http("""
                server {
                    listen 80;
                    location ~ ^/a { proxy_pass http://first; }
                    location ~ ^/a/b { proxy_pass http://second; }
                    location / { proxy_pass http://rest; }
                }
                """);
        assertThat(Goes.in(topology).pools("/a/b /b")).isEqualTo(List.of("first", "default"));
    }

    @Test
    void accessIsAskedInItsOrderAndAfterRates() {
        Topology topology = http("""
                limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s;
                server { listen 80; allow 10.0.0.0/8; deny all; limit_req zone=a; location / { proxy_pass http://10.0.0.1; } }
                """);
        assertThat(limits(topology)).containsExactly("leaky-bucket 1/s per address", "allow from 10.0.0.0/8", "deny");
    }

    @Test
    void placesWithLimitsOfTheirOwnHaveThoseOnly() {
        Topology topology = http("""
                limit_req_zone $binary_remote_addr zone=a:1m rate=1r/s;
                limit_req_zone $binary_remote_addr zone=b:1m rate=2r/s;
                limit_req_zone $binary_remote_addr zone=dry:1m rate=3r/s;
                limit_req_status 429;
                server {
                    listen 80;
                    location / { limit_req zone=a; proxy_pass http://10.0.0.1; }
                    location /api/ { limit_req zone=b; proxy_pass http://10.0.0.2; }
                    location /free/ { proxy_pass http://10.0.0.3; }
                    location /dry/ { limit_req zone=dry; limit_req_dry_run on; proxy_pass http://10.0.0.4; }
                    location /edit/ { limit_except GET { allow 10.0.0.0/8; deny all; } proxy_pass http://10.0.0.5; }
                }
                """);
        assertThat(limits(topology))
                .containsExactly(
                        "allow on /free/*",
                        "allow from 10.0.0.0/8 of not GET, HEAD on /edit/*",
                        "deny of not GET, HEAD on /edit/*",
                        "allow on /edit/*",
                        "leaky-bucket 2/s per address on /api/*",
                        "allow on /api/*",
                        "allow on /dry/*",
                        "leaky-bucket 1/s per address");
        assertThat(json(topology)).contains("\"path\": \"/api/*\", \"status\": 429");
        ComesBack.check("nginx", topology);
    }

    @Test
    void aPlaceWithRulesOfAccessHasNoneFromAroundIt() {
        Topology topology = http("""
                server { listen 80; deny 10.0.0.0/8; location / { allow 192.0.2.0/24; proxy_pass http://10.0.0.1; } }
                """);
        assertThat(limits(topology)).containsExactly("allow from 192.0.2.0/24");
    }

    @Test
    void whatALimitCannotHaveIsToldByItsReason() {
        assertThat(new ImportOf("nginx")
                        .well("""
                                http {
                                    limit_req_zone $binary_remote_addr zone=half:1m rate=0.5r/s;
                                    limit_req_zone $binary_remote_addr zone=whole:1m rate=5r/s;
                                    limit_req_zone $binary_remote_addr$uri zone=two:1m rate=5r/s;
                                    limit_conn_zone $binary_remote_addr zone=c:1m;
                                    map $host $pool { hostnames; default rest; *.a.example a; }
                                    upstream a { server 10.0.0.2; }
                                    upstream rest { server 10.0.0.1; }
                                    server {
                                        limit_req zone=half;
                                        limit_req zone=whole burst=2000000;
                                        limit_req zone=two;
                                        limit_req zone=none;
                                        limit_conn c 0;
                                        location / { proxy_pass http://$pool; }
                                    }
                                    server { server_name b.example; deny all; location / { proxy_pass http://a; } }
                                }
                                """).missed().stream()
                                .filter(note -> note.line() > 5)
                                .map(LineNote::note))
                .containsExactly(
                        "a rate is a whole number of requests a second or a minute",
                        "a burst is a number up to 1,000,000",
                        "limits count by address, path, a header or all together, of one path, header or some networks or methods; its zone by something else",
                        "there is no zone of that name",
                        "a number from 1 on is needed here",
                        "a balancer here has one for all places: what holds for location / of its first server");
    }

    private static List<String> limits(Topology topology) {
        return topology.nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .flatMap(node -> ((LoadBalancer) node).limits().stream())
                .map(Limit::title)
                .toList();
    }
}
