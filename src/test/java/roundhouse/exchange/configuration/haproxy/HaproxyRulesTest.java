package roundhouse.exchange.configuration.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.exchange.configuration.ComesBack;
import roundhouse.exchange.configuration.Goes;
import roundhouse.topology.Topology;
import roundhouse.topology.files.TopologyFile;

/** Lines that exclude something, expressions, and caches. */
class HaproxyRulesTest {
    private static Topology frontend(String lines) {
        return Goes.topology("haproxy", "frontend f\n bind :80\n" + lines + """

                 default_backend rest
                backend rest
                 server r 10.0.0.1:80
                backend a
                 server a 10.0.0.2:80
                backend b
                 server b 10.0.0.3:80
                backend c
                 server c 10.0.0.4:80
                """);
    }

    /** As HAProxy 2.6 answered when its backends returned their names. */
    @Test
    void whatALineExcludesGoesWhereTheLinesBelowSendIt() {
        Topology topology = frontend("""
                 acl api path_beg /api
                 acl inner path_beg /api/inner
                 acl shop hdr(host) -i shop.example
                 use_backend a if api !inner
                 use_backend b if !api shop
                 use_backend c unless shop
                """);
        assertThat(Goes.in(topology)
                        .pools("x.example/api x.example/api/inner x.example/ shop.example/api"
                                + " shop.example/api/inner shop.example/"))
                .containsExactly("a", "c", "c", "a", "default", "b");
        ComesBack.check("haproxy", topology);
        ComesBack.check("nginx", topology);
    }

    @Test
    void expressionsThatAreBeginningsAreRules() {
        Topology topology = frontend("""
                 use_backend a if { path_reg ^/(img|css)(/|$) }
                 use_backend b if METH_POST
                """);
        assertThat(Goes.in(topology).pools("/img /css/x /cssx")).containsExactly("a", "a", "default");
        assertThat(TopologyFile.format(topology)).contains("\"method\": \"POST\"");
    }

    @Test
    void whoIsDeniedMayBeAllButSomeNetworks() {
        Topology topology = frontend(" http-request deny if { path_beg /admin } !{ src 192.0.0.0/3 }");
        assertThat(TopologyFile.format(topology).replaceAll("\\s+", " "))
                .contains(
                        "\"type\": \"deny\", \"from\": \"0.0.0.0/1, 128.0.0.0/2, 224.0.0.0/3\", \"path\": \"/admin*\"");
    }

    @Test
    void aCacheIsTheBalancers() {
        Topology topology = Goes.topology("haproxy", """
                cache small
                 total-max-size 64
                 max-age 240
                frontend f
                 bind :80
                 http-request cache-use small
                 http-response cache-store small
                 default_backend b
                backend b
                 server a 10.0.0.1:80
                """);
        assertThat(TopologyFile.format(topology).replaceAll("\\s+", " "))
                .contains("\"cache\": { \"capacity\": \"64MiB\", \"ttl\": \"4min\" }");
        ComesBack.check("haproxy", topology);
        assertThat(new HaproxyExporter().export(topology).text())
                .contains("total-max-size 64", "max-age 240", "http-request cache-use cache-f");
    }
}
