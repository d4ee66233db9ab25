package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Failure;
import roundhouse.routing.RequestRules;
import roundhouse.topology.Deletion;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.targets.ZonePreference;
import roundhouse.workbench.document.NewNode;

/** How a load balancer finds out about its targets, and what it does about them. */
class BalancerFieldsTest extends Inspected {
    BalancerFieldsTest() {
        super(nodes(2, 1).with(link("lb-1", "s1")).with(link("lb-2", "s1")));
    }

    @Test
    void checksBeginAsHaproxysAndTakeEveryNumber() {
        select("lb-1");
        set("checks", "on");
        assertThat(balancer("lb-1").health())
                .isEqualTo(new Health(Health.Active.SETTINGS.usual(), null, null, 0, Duration.ZERO));
        assertThat(lastEdit()).isEqualTo("Turn lb-1 health checks on");
        set("checks.interval", "200ms");
        assertThat(lastEdit()).isEqualTo("Set lb-1 check interval to 200ms");
        set("checks.timeout", "100ms");
        set("checks.fall", "4");
        set("checks.rise", "5");
        set("checks.fast-interval", "50ms");
        set("checks.down-interval", "1s");
        set("checks.probe", "connect");
        set("panic", "50");
        set("slow-start", "10s");
        assertThat(balancer("lb-1").health())
                .isEqualTo(new Health(
                        new Health.Active(
                                Health.Probe.CONNECT,
                                Duration.ofMillis(200),
                                Duration.ofMillis(100),
                                4,
                                5,
                                Duration.ofMillis(50),
                                Duration.ofSeconds(1)),
                        null,
                        null,
                        50,
                        Duration.ofSeconds(10)));
        assertThat(line("panic").valueProperty().get()).isEqualTo("50 %");
        set("checks.fast-interval", "as interval");
        assertThat(line("checks.fast-interval").valueProperty().get()).isEmpty();
        set("checks", "off");
        assertThat(balancer("lb-1").health().active()).isNull();
    }

    @Test
    void wrongNumbersAreToldWhileTyped() {
        select("lb-1");
        set("checks", "on");
        set("passive", "on");
        String[][] wrong = {
            {"checks.fall", "0", "1 to 1,000"},
            {"checks.interval", "2", "ms"},
            {"checks.interval", "0s", "interval"},
            {"passive.fail-timeout", "1500ms", "whole seconds"},
            {"panic", "101 %", "0 to 100"},
            {"pass-on.tries", "101", "1 to 100"}
        };
        for (String[] each : wrong) {
            Line line = line(each[0]);
            line.type(each[1]);
            assertThat(line.errorProperty().get()).as(each[0]).contains(each[2]);
            assertThat(line.commit(each[1])).isFalse();
        }
        assertThat(document.changes()).hasSize(2);
    }

    @Test
    void passiveChecksEjectionAndPassingOn() {
        select("lb-1");
        set("passive", "on");
        assertThat(lastEdit()).isEqualTo("Turn lb-1 passive checks on");
        set("passive.max-fails", "2");
        set("passive.fail-timeout", "5s");
        set("ejection", "on");
        assertThat(balancer("lb-1").health().ejection()).isEqualTo(Health.Ejection.SETTINGS.usual());
        String[] values = {"3", "5s", "10s", "60s", "50 %", "on", "2", "20", "1.5"};
        List<String> keys = keys("ejection.");
        assertThat(keys).hasSize(values.length);
        for (int i = 0; i < values.length; i++) {
            set(keys.get(i), values[i]);
        }
        set("pass-on.tries", "3");
        set("pass-on.on.broken", "off");
        set("pass-on.on.timed-out", "off");
        set("pass-on.writes", "on");
        set("pass-on.timeout", "250ms");
        LoadBalancer balancer = balancer("lb-1");
        assertThat(balancer.health().passive()).isEqualTo(new Health.Passive(2, Duration.ofSeconds(5), Failure.NGINX));
        assertThat(balancer.health().ejection())
                .isEqualTo(new Health.Ejection(
                        3,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        50,
                        true,
                        2,
                        20,
                        1.5));
        assertThat(balancer.passOn()).isEqualTo(new FailoverPolicy(3, Failure.HAPROXY, true, Duration.ofMillis(250)));
        set("pass-on.timeout", "none");
        set("passive", "off");
        set("ejection", "off");
        assertThat(balancer("lb-1").health()).isEqualTo(Health.NONE);
    }

    @Test
    void severalBalancersGetTheSameChecks() {
        select("lb-1", "lb-2");
        set("checks", "on");
        set("checks.interval", "1s");
        assertThat(balancer("lb-2").health()).isEqualTo(balancer("lb-1").health());
        assertThat(document.changes()).hasSize(2);
    }

    @Test
    void aStickTableKeepsItsSettingsWhenTheKeyChanges() {
        select("lb-1");
        set("sticky.by", "address");
        set("sticky.life", "30min");
        set("sticky.size", "1000");
        set("sticky.when-full", "keep");
        set("sticky.by", "header");
        set("sticky.header", "x-cart");
        assertThat(balancer("lb-1").sticky())
                .isEqualTo(new Sticky(Sticky.By.HEADER, "x-cart", Duration.ofMinutes(30), 1000, Sticky.WhenFull.KEEP));
        assertThat(line("sticky.header").commit("")).isFalse();
        set("sticky.by", "cookie");
        assertThat(keys("sticky.")).containsExactly("sticky.by");
        assertThat(balancer("lb-1").sticky()).isEqualTo(Sticky.of(Sticky.By.COOKIE));
    }

    @Test
    void aRuleSendsToAPoolThatALinkIsIn() {
        select("lb-2");
        line("rules").type("path /api/* to api");
        assertThat(line("rules").errorProperty().get())
                .isEqualTo("No link of lb-2 is in the pool api; its links are in default."
                        + " A link's pool is set in the form of the link.");
        assertThat(line("rules").commit("path /api/* to api")).isFalse();
        assertThat(balancer("lb-2").rules()).isEmpty();
        set("rules", "path /api/* to default");

        document.edit("Unlink", Deletion.ofLink(document.topology(), "lb-2", "s1"));
        assertThat(line("rules").commit("path /api/* to api")).isFalse();
        assertThat(line("rules").errorProperty().get()).contains("for it has none yet");
    }

    @Test
    void aRuleThatAFileSaysIsLeftAlone() {
        document.edit(
                "Open",
                document.topology()
                        .with(balancer("lb-1").with(LoadBalancer.RULES, List.of(Rule.path("/api/*", "api")))));
        select("lb-1");
        set("rules", "path /api/* to api\npath /v2/* to api");
        assertThat(balancer("lb-1").rules()).hasSize(2);
        assertThat(line("rules").commit("path /api/* to api\npath /img/* to img"))
                .isFalse();
    }

    @Test
    void rulesHaveSeveralConditionsOnALine() {
        document.edit(
                "Pools",
                document.topology()
                        .with(NewNode.server(document.topology()))
                        .with(link("lb-1", "s1").with(Link.POOL, "api"))
                        .with(link("lb-1", "s2").with(Link.POOL, "img")));
        select("lb-1");
        set("rules", "host *.shop.example method POST path /api/* query q = 1 to api\npath /img/* to img");
        assertThat(balancer("lb-1").rules())
                .containsExactly(
                        Rule.path("/api/*", "api")
                                .with(Rule.HOST, "*.shop.example")
                                .with(Rule.METHOD, "POST")
                                .with(Rule.QUERY, "q")
                                .with(Rule.VALUE, "1"),
                        Rule.path("/img/*", "img"));
        assertThat(line("rules").valueProperty().get())
                .isEqualTo("host *.shop.example method POST path /api/* query q = 1 to api\npath /img/* to img");
        set("rule-order", "longest-prefix");
        assertThat(balancer("lb-1").ruleOrder()).isEqualTo(RequestRules.Order.LONGEST_PREFIX);
        for (String wrong :
                List.of("to api", "path /a", "path /a path /b to api", "header x = to api", "port 80 to api")) {
            line("rules").type(wrong);
            assertThat(line("rules").errorProperty().get()).as(wrong).contains("a rule is written like");
        }
    }

    @Test
    void zonesAndBackups() {
        select("lb-1");
        set("zone", "a");
        set("zone-aware", "envoy");
        set("zone-aware.min-cluster-size", "3");
        set("zone-aware.routing-enabled", "50");
        assertThat(balancer("lb-1").zoneAware()).isEqualTo(new ZonePreference.Envoy(3, 50));
        set("zone-aware", "prefer-same-zone");
        assertThat(balancer("lb-1").zoneAware()).isEqualTo(new ZonePreference.SameZone());
        set("backups", "first");
        assertThat(balancer("lb-1").backups()).isEqualTo(BackupUse.FIRST);
    }
}
