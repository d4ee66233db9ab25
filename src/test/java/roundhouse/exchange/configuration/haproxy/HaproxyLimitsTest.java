package roundhouse.exchange.configuration.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.exchange.configuration.ComesBack;
import roundhouse.exchange.configuration.ImportOf;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.LineNote;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.guarding.Limit;

/** Whom HAProxy's rules turn away, and what is told where a limit here cannot say that. */
class HaproxyLimitsTest {
    private static Imported.Read text(String text) {
        Imported.Read read = new ImportOf("haproxy").well(text);
        ComesBack.check("haproxy", read.topology());
        return read;
    }

    private static Imported.Read read(String rules) {
        return text("""
                defaults
                    mode http
                    timeout connect 5s
                backend rates
                    stick-table type ip size 1m expire 1m store http_req_rate(10s),conn_cur
                frontend web
                    bind :80
                    default_backend app
                %s
                backend app
                    server s1 10.0.0.1:80
                """.formatted(rules.indent(4)));
    }

    private static LoadBalancer balancer(Imported.Read read) {
        return read.topology().nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> limits(String rules) {
        return balancer(read(rules)).limits().stream().map(Limit::title).toList();
    }

    private static List<String> missed(Imported.Read read) {
        return read.missed().stream().map(LineNote::note).toList();
    }

    @Test
    void methodsAreConditions() {
        assertThat(limits("http-request deny if { method POST PUT } { path_beg /admin }"))
                .containsExactly("deny of POST, PUT on /admin*");
        assertThat(limits("http-request deny unless METH_GET or METH_POST"))
                .containsExactly("deny of not GET, HEAD, POST");
    }

    @Test
    void eachPathOrHeaderOfAnAclIsALimitOfItsOwn() {
        assertThat(limits("""
                acl admin path_beg -i /admin /wp-admin
                acl office src 10.0.0.0/8 10.1.2.3
                http-request deny if admin !office
                http-request deny if { path_end .bak .sql }
                http-request deny if { path_beg /a } { path_beg /a/b }
                """))
                .hasSize(5)
                .endsWith("deny on /*.bak", "deny on /*.sql", "deny on /a/b*")
                .first()
                .asString()
                .endsWith(" on /admin*");
    }

    @Test
    void whatIsTrackedIsWhatCounts() {
        Imported.Read same = read("""
                http-request track-sc0 src table rates if { path_beg /api/ }
                http-request deny deny_status 429 if { sc_http_req_rate(0) gt 20 }
                """);
        assertThat(balancer(same).limits())
                .extracting(Limit::title)
                .containsExactly("haproxy-rate 20/10s per address on /api/*");
        assertThat(missed(same)).isEmpty();
        Imported.Read other = read("""
                http-request track-sc0 src table rates
                http-request deny deny_status 429 if { path_beg /login } { sc_http_req_rate(0) gt 5 }
                """);
        assertThat(balancer(other).limits())
                .extracting(Limit::title)
                .containsExactly("haproxy-rate 5/10s per address on /login*");
        assertThat(missed(other))
                .containsExactly("HAProxy counts all that is tracked, a limit only what it can turn away");
        assertThat(missed(read("""
                http-request track-sc0 src table rates
                http-request deny if { path_beg /a /b } { sc_http_req_rate(0) gt 5 }
                """)))
                .contains("a limit has one path and one value of a header, and here all would be counted together");
    }

    @Test
    void connectionsAreAskedBeforeRequests() {
        assertThat(limits("""
                http-request allow if { src 10.0.0.0/8 }
                tcp-request content reject if { src 192.0.2.0/24 }
                tcp-request connection reject if { src 198.51.100.0/24 }
                http-request deny if WAIT_END
                """))
                .containsExactly(
                        "deny from 198.51.100.0/24", "deny from 192.0.2.0/24", "allow from 10.0.0.0/8", "deny");
    }

    @Test
    void whatCannotBeSaidIsTold() {
        assertThat(missed(read("""
                http-request redirect scheme https unless { ssl_fc }
                http-request deny if { src -f /nowhere.lst }
                http-request deny if HTTP_1.0
                http-request deny if { hdr(x-a) a } { hdr(x-b) b }
                """)))
                .containsExactly(
                        "HAProxy answers at once; such requests are not modelled",
                        "a file of values is not beside the configuration",
                        "what HTTP_1.0 asks is not modelled",
                        "a limit has one header");
    }

    @Test
    void linesThatAreNotWholeAreTold() {
        Imported.Read read = read("""
                use_backend
                acl x
                http-request deny if x
                retries many
                no option redispatch
                """);
        assertThat(missed(read))
                .containsExactly(
                        "it names no backend",
                        "an ACL has a name and what it asks",
                        "there is no ACL x before it",
                        "a whole number from 0 to 99 is needed here");
    }

    @Test
    void defaultsOfDefaultsHold() {
        Imported.Read read = text("""
                defaults base
                    mode http
                    balance leastconn
                    timeout connect 3s
                defaults quick from base
                    timeout server 7s
                frontend web
                    bind :80
                    default_backend app
                backend app
                    http-request deny if { path_beg /x }
                    server s1 10.0.0.1:80
                    server s2 10.0.0.2:80
                backend unused from base
                    balance first
                    server s3 10.0.0.3:80
                """);
        assertThat(balancer(read).balancing().algorithm()).isEqualTo(Algorithm.HAPROXY_LEASTCONN);
        assertThat(balancer(read).timeouts().connect()).hasSeconds(3);
        assertThat(balancer(read).limits()).isEmpty();
        assertThat(missed(read))
                .containsExactly(
                        "a balancer has one list of limits, that of its frontend",
                        "no frontend sends anything there; left out");
        assertThat(read.notes())
                .filteredOn(note -> note.last() > 14)
                .singleElement()
                .satisfies(note -> assertThat(note.last()).isEqualTo(16));
    }
}
