package roundhouse.exchange.configuration.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.exchange.configuration.ComesBack;
import roundhouse.exchange.configuration.Goes;
import roundhouse.exchange.configuration.ImportOf;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.LineNote;
import roundhouse.topology.Topology;

/** What lines of HAProxy become, each by the manual of 2.6. */
class HaproxyImporterTest {
    private static final ImportOf HAPROXY = new ImportOf("haproxy");

    private static String backend(String lines) {
        return "frontend f\n bind :80\n default_backend b\nbackend b\n" + lines;
    }

    @Test
    void timesRetriesAndRedispatchAreHaproxys() {
        assertThat(HAPROXY.json(backend(
                        "timeout connect 300\ntimeout server 5s\nretries 2\noption redispatch\nserver a 10.0.0.1:80")))
                .contains(
                        "\"pass-on\": { \"tries\": 3, \"on\": \"haproxy\", \"next\": \"same-then-other\", \"wait\": \"300ms\","
                                + " \"timeout\": \"5s\" }",
                        "\"timeouts\": { \"connect\": \"300ms\" }",
                        "\"backups\": \"first\"",
                        "\"address\": \"10.0.0.1:80\"");
        // Three retries with the same server are what HAProxy does where nothing is said.
        assertThat(HAPROXY.json(backend("server a 10.0.0.1:80")))
                .contains("\"pass-on\": { \"tries\": 4, \"on\": \"haproxy\", \"next\": \"same\" }");
    }

    @Test
    void checksAreThoseOfTheServersAndTheBackend() {
        assertThat(HAPROXY.json(backend("option httpchk GET /up\nhttp-check expect status 200-299\n"
                        + "default-server check inter 3s fall 5 rise 4 fastinter 500ms slowstart 20s on-marked-down shutdown-sessions\n"
                        + "server a 10.0.0.1:80\nserver b 10.0.0.2:80 backup weight 7 maxconn 9 maxqueue 4")))
                .contains(
                        "\"path\": \"/up\", \"expect-status\": \"200-299\", \"interval\": \"3s\", \"timeout\": \"3s\", \"fall\": 5,"
                                + " \"rise\": 4, \"fast-interval\": \"500ms\", \"on-marked-down\": \"shutdown-sessions\"",
                        "\"slow-start\": \"20s\"",
                        "\"queue\": { \"by\": \"shared\", \"target-length\": 4, \"redispatch\": false }",
                        "\"weight\": 7, \"backup\": true, \"limit\": 9");
    }

    @Test
    void errorsThatAreObservedArePassiveFailures() {
        assertThat(HAPROXY.json(backend("server a 10.0.0.1:80 check observe layer7 error-limit 6 on-error mark-down")))
                .contains("\"passive\": { \"max-fails\": 6, \"on\": \"envoy\" }");
    }

    @Test
    void balanceAndHashType() {
        assertThat(
                        HAPROXY.json(
                                backend(
                                        "balance hdr(x-user)\nhash-type consistent djb2 avalanche\nhash-balance-factor 150\nserver a 10.0.0.1:80")))
                .contains(
                        "\"placement\": \"haproxy-consistent\", \"hash\": \"djb2+avalanche\", \"balance-factor\": 150");
        // Without a function HAProxy adds avalanche to a consistent hash.
        assertThat(HAPROXY.json(backend("balance url_param(id)\nhash-type consistent\nserver a 10.0.0.1:80")))
                .contains("\"hash\": \"sdbm+avalanche\"");
        assertThat(HAPROXY.json(backend("balance static-rr\nserver a 10.0.0.1:80")))
                .contains("\"haproxy-static-rr\"");
        assertThat(HAPROXY.json(backend("balance random(1)\nserver a 10.0.0.1:80")))
                .contains("\"algorithm\": \"random\"");
        assertThat(HAPROXY.json(backend("balance first\nserver a 10.0.0.1:80 maxconn 10")))
                .contains("\"haproxy-first\"");
    }

    @Test
    void sourceAndUriHashAsIsSaid() {
        assertThat(HAPROXY.json(backend("balance source\nserver a 10.0.0.1:80")))
                .contains("\"algorithm\": \"haproxy-source\"");
        assertThat(HAPROXY.json(backend("balance source\nhash-type consistent\nserver a 10.0.0.1:80")))
                .contains(
                        "{ \"type\": \"haproxy-source\", \"placement\": \"haproxy-consistent\", \"hash\": \"sdbm+avalanche\" }");
        assertThat(HAPROXY.json(
                        backend("balance uri whole depth 3 len 40\nhash-type map-based wt6\nserver a 10.0.0.1:80")))
                .contains(
                        "{ \"type\": \"haproxy-uri\", \"hash\": \"wt6\", \"whole\": true, \"depth\": 3, \"len\": 40 }");
        assertThat(
                        HAPROXY.json(
                                backend(
                                        "balance uri path-only\nhash-type consistent crc32\nhash-balance-factor 125\nserver a 10.0.0.1:80")))
                .contains(
                        "{ \"type\": \"haproxy-uri\", \"placement\": \"haproxy-consistent\", \"hash\": \"crc32\", \"balance-factor\": 125 }");
        assertThat(HAPROXY.missed(backend("balance uri depth\nserver a 10.0.0.1:80")))
                .containsExactly(5);
        for (String balance : List.of(
                "balance first\nserver a 10.0.0.1:80 maxconn 10\nserver b 10.0.0.2:80",
                "balance source\nhash-type consistent\nserver a 10.0.0.1:80 weight 3\nserver b 10.0.0.2:80",
                "balance uri whole depth 3 len 40\nhash-type map-based wt6 avalanche\nserver a 10.0.0.1:80",
                "balance uri\nhash-type consistent djb2\nhash-balance-factor 125\nserver a 10.0.0.1:80")) {
            Topology topology = Goes.topology("haproxy", backend(balance));
            ComesBack.check("haproxy", topology);
        }
    }

    @Test
    void stickinessByCookieAddressAndHeader() {
        assertThat(HAPROXY.json(backend("cookie S insert indirect nocache\nserver a 10.0.0.1:80 cookie a")))
                .contains("\"sticky\": \"cookie\"");
        assertThat(HAPROXY.json(
                        backend("stick-table type ip size 200 expire 30m nopurge\nstick on src\nserver a 10.0.0.1:80")))
                .contains(
                        "\"sticky\": { \"by\": \"address\", \"life\": \"30min\", \"size\": 200, \"when-full\": \"keep\" }");
        assertThat(HAPROXY.json(
                        backend("stick-table type string size 1k\nstick on req.hdr(x-user)\nserver a 10.0.0.1:80")))
                .contains("\"by\": \"header\", \"header\": \"x-user\", \"size\": 1024");
    }

    /** Each of them was seen to matter in HAProxy 2.6.12. */
    @Test
    void whatIsOtherwiseAboutCookiesIsTold() {
        String servers = "server a 10.0.0.1:80 cookie a\nserver b 10.0.0.2:80 cookie b";
        assertThat(missedTexts("cookie S insert indirect nocache\n" + servers)).isEmpty();
        assertThat(missedTexts("cookie S insert preserve postonly maxidle 1h maxlife 8h\n" + servers))
                .containsExactly("preserve", "postonly", "maxidle", "maxlife");
        assertThat(missedTexts(
                        "cookie S insert\noption persist\nforce-persist if TRUE\nignore-persist if TRUE\n" + servers))
                .containsExactly("option persist", "force-persist if TRUE", "ignore-persist if TRUE");
        assertThat(missedTexts("cookie S insert\nserver a 10.0.0.1:80 cookie a\nserver b 10.0.0.2:80"))
                .containsExactly("b");
        assertThat(missedTexts("cookie S insert dynamic\nserver a 10.0.0.1:80\nserver b 10.0.0.2:80"))
                .isEmpty();
        assertThat(missedTexts("cookie S insert\nserver a 10.0.0.1:80 cookie a\nserver b 10.0.0.2:80 cookie a"))
                .containsExactly("cookie a");
        assertThat(missedTexts("server a 10.0.0.1:80 cookie a\nserver b 10.0.0.2:80"))
                .isEmpty();
    }

    private static List<String> missedTexts(String lines) {
        return HAPROXY.well(backend(lines)).missed().stream()
                .filter(note -> note.line() > 4)
                .map(LineNote::text)
                .toList();
    }

    @Test
    void ratesRulesOfAccessAndTarpits() {
        assertThat(HAPROXY.json("""
                frontend f
                  bind :80
                  timeout tarpit 5s
                  stick-table type ip size 1m expire 20s store http_req_rate(10s)
                  http-request track-sc0 src
                  http-request deny deny_status 429 if { sc_http_req_rate(0) gt 20 }
                  http-request tarpit if { src 192.0.2.0/24 }
                  default_backend b
                backend b
                  server a 10.0.0.1:80
                """))
                .contains("\"type\": \"haproxy-rate\", \"rate\": \"20/10s\", \"status\": 429", "\"tarpit\": \"5s\"");
    }

    @Test
    void rulesOfAclsWithOrAndNot() {
        String text = """
                frontend f
                  acl img path_beg /img /static
                  acl shop hdr(host) -i shop.example
                  use_backend i if img shop || { path /logo }
                  use_backend i unless shop
                  use_backend i if { path_reg ^/x[0-9] }
                  default_backend b
                backend b
                  server a 10.0.0.1:80
                backend i
                  server c 10.0.0.3:80
                """;
        assertThat(HAPROXY.json(text))
                .contains(
                        "{ \"host\": \"shop.example\", \"path\": \"/img*\", \"pool\": \"i\" }",
                        "{ \"host\": \"shop.example\", \"path\": \"/static*\", \"pool\": \"i\" }",
                        "{ \"path\": \"/logo\", \"pool\": \"i\" }");
        assertThat(HAPROXY.missed(text)).containsExactly(6);
    }

    @Test
    void backendsThatDifferAreBalancersBehindTheFrontends() {
        Imported.Read read = HAPROXY.well("frontend f\nuse_backend i if { path /x }\ndefault_backend b\n"
                + "backend b\nserver a 10.0.0.1:80\nbackend i\nbalance leastconn\nserver c 10.0.0.3:80");
        assertThat(read.topology().link("f", "b")).isPresent();
        assertThat(read.topology().link("f", "i").orElseThrow().pool()).isEqualTo("i");
        assertThat(read.topology().link("i", "c")).isPresent();
    }

    @Test
    void templatesAreSeveralServers() {
        assertThat(HAPROXY.json(backend("server-template web- 1-4 shop.local:80 check")))
                .contains("\"id\": \"web\"", "\"count\": 4");
    }

    @Test
    void whatIsNoConfigurationIsRefusedInALine() {
        for (String text :
                List.of("", "x", "frontend f", "backend b\nserver 'a 10.0.0.1", "a\0b", "backend\nserver\n")) {
            assertThat(HAPROXY.read(text))
                    .isInstanceOfSatisfying(
                            Imported.Refused.class,
                            refused -> assertThat(refused.problems()).hasSize(1));
        }
    }
}
