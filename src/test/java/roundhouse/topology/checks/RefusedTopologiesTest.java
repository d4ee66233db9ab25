package roundhouse.topology.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.files.ReadErrorsTest;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;

/** Well written, and yet no system that can run: what is said of it, and where. */
class RefusedTopologiesTest {
    private static final String SHOP = """
            { "format": 1, "name": "T", "warm-up": "2s",
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1/s" } },
                { "id": "lb", "kind": "load-balancer", "zone": "eu-1" },
                { "id": "lb-2", "kind": "load-balancer" },
                { "id": "web", "kind": "server", "service": "3ms", "count": 2 },
                { "id": "app", "kind": "server", "service": "3ms", "data": { "cache": ["memo"], "store": "orders" } },
                { "id": "fleet", "kind": "server-group", "count": 2, "server": { "service": "3ms" } },
                { "id": "memo", "kind": "cache", "capacity": 100 },
                { "id": "a", "kind": "database", "read": "1ms" },
                { "id": "b", "kind": "database", "read": "1ms" },
                { "id": "c", "kind": "database", "read": "1ms" },
                { "id": "alone", "kind": "database", "read": "1ms" } ],
              "stores": [ { "id": "orders", "members": ["a", "b", "c"], "replication": { "mode": "consensus" } } ],
              "links": [
                { "from": "users", "to": "lb" }, { "from": "lb", "to": "web" }, { "from": "lb", "to": "app" }, { "from": "lb", "to": "fleet" },
                { "from": "app", "to": "memo" }, { "from": "app", "to": "a" }, { "from": "app", "to": "b" }, { "from": "app", "to": "c" },
                { "from": "a", "to": "b" }, { "from": "a", "to": "c" }, { "from": "b", "to": "c" } ],
              "scenario": [ { "at": "10s", "crash": "app" } ],
              "expect": [ "ok > 5" ],
              "opened": ["web"] }
            """;

    private static List<String> problems(String text) {
        return TopologyFile.parse(text) instanceof ReadResult.Refused refused
                ? refused.problems().stream().map(Problem::toString).toList()
                : List.of();
    }

    /** One change to a text that is sound. */
    @ParameterizedTest
    @MethodSource({
        "roundhouse.topology.checks.MistakesInMeaning#meaning",
        "roundhouse.topology.checks.MistakesInMeaning#ids",
        "roundhouse.topology.checks.MistakesInMeaning#links",
        "roundhouse.topology.checks.MistakesInMeaning#layer4",
        "roundhouse.topology.checks.MistakesInExpectations#impossible",
        "roundhouse.topology.checks.MistakesInFailures#failures",
        "roundhouse.topology.checks.MistakesInFailures#policies"
    })
    void saysWhatIsWrong(String found, String replacement, String problem) {
        assertThat(problems(ReadErrorsTest.broken(found, replacement))).containsExactly(problem);
    }

    @Test
    void theShopIsSound() {
        assertThat(problems(SHOP)).isEmpty();
    }

    private static void refused(String found, String replacement, String problem) {
        assertThat(SHOP).contains(found);
        assertThat(String.join("\n", problems(SHOP.replace(found, replacement))))
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "id": "orders" | "id": "lb" | /stores/0/id: the store "lb": a node has the id "lb" too; each id is used once
            "stores": [ | "stores": [ { "id": "orders", "members": ["alone"], "replication": { "mode": "leaderless", "n": 1, "r": 1, "w": 1 } }, | /stores/1/id: the store "orders": two stores have the id "orders", this one and /stores/0; each id is used once
            "stores": [ | "stores": [ { "id": "more", "members": ["a", "alone"], "replication": { "mode": "leaderless", "n": 1, "r": 1, "w": 1 } }, | /stores/1/members/0: the store "orders": a is a member of more too; a database is in one store
            ["a", "b", "c"] | ["a", "b", "d"] | /stores/0/members/2: the store "orders": no node has the id "d"
            ["a", "b", "c"] | ["a", "b", "app"] | /stores/0/members/2: the store "orders": app is a server; the members of orders are databases
            "id": "c", "kind": "database", | "id": "c", "kind": "database", "cache": { "capacity": 5 }, | /stores/0/members/2: the store "orders": c has a cache of its own, which a member of a store cannot have
            { "from": "b", "to": "c" } | { "from": "b", "to": "c" }, { "from": "c", "to": "b" } | c and b are already linked; members talk over one link both ways
            "cache": ["memo"] | "cache": ["mem"] | /nodes/4/data: "app": its data is at "mem", but no node has that id; did you mean "memo"?
            "cache": ["memo"] | "cache": ["web"] | /nodes/4/data: "app": its data is at web, a server, which keeps none for it
            "cache": ["memo"] | "cache": ["app"] | /nodes/4/data: "app": its data cannot be kept by itself
            "capacity": 100 | "capacity": 100, "store": "app" | /nodes/6/store: "memo": its data is at app, a server, which keeps none for it
            "service": "3ms", "data" | "service": "3ms", "calls": [ { "to": "web" } ], "data" | /nodes/4/calls: "app": web is 2 servers, and a call goes to one; a load balancer before them can be called
            "service": "3ms", "data" | "service": "3ms", "calls": [ { "to": "alone" } ], "data" | /nodes/4/calls: "app": alone keeps data: it is asked by way of "data", not called
            "service": "3ms", "data" | "service": "3ms", "state": { "store": "web" }, "data" | /nodes/4/state/store: "app": web is 2 servers, and sessions are stored in one
            "service": "3ms", "data" | "service": "3ms", "state": { "store": "lb" }, "data" | /nodes/4/state/store: "app": lb is no server, so it stores nothing
            "service": "3ms", "data" | "service": "3ms", "state": { "store": "ap" }, "data" | /nodes/4/state/store: "app": no node has the id "ap"; did you mean "app"?
            ["web"] | ["weeb"] | /opened/0: opened "weeb": no node has that id; did you mean "web"?
            ["web"] | ["web", "web"] | /opened/1: opened "web": it is named twice
            "opened": ["web"] | "layout": { "wob": [1, 2] } | /layout/wob: the layout of "wob": no node has that id; did you mean "web"?
            { "from": "lb", "to": "app" } | { "from": "lb", "to": "alone" } | alone is a database, which only servers and caches ask; a server between answers requests
            { "from": "lb", "to": "app" } | { "from": "lb", "to": "memo" } | memo is a cache, which only servers ask; a server between answers requests
            { "from": "app", "to": "memo" } | { "from": "alone", "to": "app" } | alone is a database, which asks nobody
            { "from": "app", "to": "memo" } | { "from": "memo", "to": "app" } | memo is a cache, which asks a database only
            { "from": "users", "to": "lb" } | { "from": "users", "to": "web" } | clients send everything over one link, and web stands for 2 servers; put a load balancer between
            { "from": "users", "to": "lb" } | { "from": "lb", "to": "lb-2", "heartbeat": true }, { "from": "lb-2", "to": "lb", "heartbeat": true } | lb-2 has a heartbeat with lb; a pair is two balancers
            { "from": "users", "to": "lb" } | { "from": "lb", "to": "app", "heartbeat": true } | a heartbeat joins two load balancers
            { "from": "users", "to": "lb" } | { "from": "app", "to": "lb" } | servers call each other in a circle: lb → app → lb; a request would never arrive
            """)
    void whatANodeALinkOrAStoreMayNotBe(String found, String replacement, String problem) {
        refused(found, replacement, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "promote": "alone" | /scenario/0/promote: the command at 10s: alone is no member of a store; name a database that is
            "promote": "a" | /scenario/0/promote: the command at 10s: orders has no primary that is chosen by hand
            "join": "a" | /scenario/0/join: the command at 10s: orders has no shards, so its members neither join nor leave
            "leave": "a" | /scenario/0/leave: the command at 10s: orders has no shards, so its members neither join nor leave
            "clock": "z", "ahead": "1s" | /scenario/0/clock: the command at 10s: no node has the id "z"
            "scale": "web-1", "to": 3 | /scenario/0/scale: the command at 10s: web-1 is no server group; only these have a size
            "scale": "web", "to": 3 | /scenario/0/scale: the command at 10s: web is no server group; only these have a size
            "flush": "app" | /scenario/0/flush: the command at 10s: app has no cache; name a node that has one
            "cut": ["app", "web"] | /scenario/0/cut: the command at 10s: no link goes from app to web
            "cut": ["app", "wep"] | /scenario/0/cut/1: the command at 10s: no node has the id "wep"; did you mean "web"?
            "drain": ["app", "memo"] | /scenario/0/drain/0: the command at 10s: app is no load balancer, so it has no targets to drain
            "outage": "eu-2" | /scenario/0/outage: the command at 10s: no server or load balancer is in a zone or region "eu-2"; did you mean "eu-1"?
            "outage-over": "us" | /scenario/0/outage-over: the command at 10s: no server or load balancer is in a zone or region "us"
            "partition": [["a"], ["z"]] | /scenario/0/partition: the command at 10s: no node has the id "z"
            "weight": 3, "from": "lb", "to": "web-1" | /scenario/0/to: the command at 10s: web-1 is one of several equal servers
            "weight": 3, "from": "lb", "to": "memo" | /scenario/0/to: the command at 10s: no link goes from lb to memo
            "weight": 3, "from": "bl", "to": "web" | /scenario/0/from: the command at 10s: no node has the id "bl"
            "add": { "id": "web-2", "kind": "load-balancer" } | /scenario/0/add/id: the command at 10s: the id "web-2" is already taken
            "add": { "id": "we", "kind": "server", "service": "1ms", "calls": [ { "to": "weh" } ] } | /scenario/0/add/calls: the command at 10s: no node has the id "weh"
            "add": { "id": "we", "kind": "server", "service": "1ms", "data": { "store": "orderz" } } | /scenario/0/add: the command at 10s: its data is at "orderz", but no node has that id
            "add": { "id": "we", "kind": "load-balancer", "cores": 0 } | /scenario/0/add/cores
            "add": { "id": "we", "kind": "load-balancer" }, "links": [ { "from": "lb", "to": "web" } ] | the links of an added node begin or end at it, here we
            "add": { "id": "we", "kind": "load-balancer" }, "links": [ { "from": "lb", "to": "we" }, { "from": "we", "to": "lb" } ] | load balancers send requests in a circle: lb → we → lb; a request would never arrive
            "algorithm": "round-robin", "of": "lbb" | /scenario/0/of: the command at 10s: no node has the id "lbb"; did you mean "lb"?
            """)
    void whatTheScenarioMayNotDo(String command, String problem) {
        refused("\"crash\": \"app\"", command, problem);
    }

    /** What is removed may be named later; what was added may be, too, but not before it comes. */
    @Test
    void theScenarioIsCheckedInTheOrderOfTime() {
        String added =
                "\"crash\": \"app\" }, { \"at\": \"%s\", \"add\": { \"id\": \"late\", \"kind\": \"load-balancer\" },"
                        + " \"links\": [ { \"from\": \"lb\", \"to\": \"late\" } ] }, { \"at\": \"20s\", \"cut\": [\"lb\", \"late\"] ";
        assertThat(problems(SHOP.replace("\"crash\": \"app\"", added.formatted("19s"))))
                .isEmpty();
        assertThat(problems(SHOP.replace("\"crash\": \"app\"", added.formatted("21s"))))
                .containsExactly("line 19, /scenario/2/cut/1: the command at 20s: no node has the id \"late\"");
        String gone = "\"remove\": \"app\" }, { \"at\": \"20s\", \"crash\": \"app\" ";
        assertThat(problems(SHOP.replace("\"crash\": \"app\"", gone))).isEmpty();
        String back =
                "\"remove\": \"app\" }, { \"at\": \"20s\", \"add\": { \"id\": \"app\", \"kind\": \"load-balancer\" } ";
        assertThat(problems(SHOP.replace("\"crash\": \"app\"", back))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            orderz is linearizable | no store has the id "orderz"; did you mean "orders"?
            orderz converges within 5s of heal | no store has the id "orderz"; did you mean "orders"?
            p99 of orders < 5ms | orders is a store, which has no p99; name one of its members
            p99 of web-3 < 5ms | no node has the id "web-3"; did you mean "web-1"?
            hit-ratio of app > 5% | app has no cache, so it has no hit-ratio
            to-dead of app < 5% | app is a server and has no to-dead; name a DNS node
            ok > 5 during 1s..9s | it begins at 1s, before the warm-up of 2s ends; what is measured begins there
            """)
    void whatMayNotBeExpected(String expectation, String problem) {
        refused("ok > 5", expectation, "/expect/0: the expectation \"" + expectation + "\": " + problem);
    }
}
