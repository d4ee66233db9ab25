package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.OnRequest;
import roundhouse.topology.Command;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import tools.jackson.databind.JsonNode;

/**
 * HAProxy's recorded stick tables and cookies in a whole run. Where servers come and go, whom a new user is given is another
 * algorithm's matter, so before each request all servers but the recorded one are drained: a user who sticks goes where he sticks
 * all the same.
 */
class HaproxyStickinessGoldenTest {
    private final JsonNode recorded = Golden.read("haproxy/stickiness.json");
    private final int servers = recorded.get("weights").size();
    private final Set<Integer> drained = new HashSet<>();

    private OnRequest system(Sticky sticky, int servers) {
        List<Link> links = new ArrayList<>();
        for (int server = 0; server < servers; server++) {
            links.add(OnRequest.link(server, 1, false));
        }
        return new OnRequest(
                Balancers.of("lb", 7, Algorithm.ROUND_ROBIN, sticky, Health.NONE, FailoverPolicy.NEVER), links);
    }

    private void operate(OnRequest system, String what, int server) {
        if (what.equals("drain")) {
            drained.add(server);
        } else if (what.equals("ready")) {
            drained.remove(server);
        }
        Link link = OnRequest.link(server, 1, false);
        system.revise(system.run().topology().with(link.with(Link.DOWN, what.equals("maint"))));
    }

    /** A request of the user while only that server takes new users, if it does. */
    private OnRequest.Seen send(OnRequest system, String user, Map<String, String> headers, int server, int servers) {
        for (int other = 0; other < servers; other++) {
            if (other != server || drained.contains(other)) {
                system.apply(new Command.Drain("lb", "s" + other));
            } else {
                system.apply(new Command.Undrain("lb", "s" + other));
            }
        }
        return system.send(user, headers);
    }

    private static Sticky byHeader(@Nullable Duration life, int size, Sticky.WhenFull whenFull) {
        return new Sticky(Sticky.By.HEADER, "X-User", life, size, whenFull);
    }

    private record Entry(int server, long at) {}

    @Test
    void stickTable() {
        // The recorded requests are fractions of a millisecond apart, ours 1.5 ms: all times are ten times as long.
        OnRequest system = system(byHeader(Duration.ofSeconds(20), 10_000, Sticky.WhenFull.PURGE), servers);
        Map<String, Entry> entries = new HashMap<>();
        Set<Integer> down = new HashSet<>();
        int followed = 0;
        for (JsonNode row : recorded.get("stick_log")) {
            long now = row.get(0).asLong();
            system.at(10 * now);
            if (!row.get(1).asString().equals("req")) {
                int server = row.get(2).asInt();
                down.remove(server);
                if (row.get(1).asString().equals("maint")) {
                    down.add(server);
                }
                operate(system, row.get(1).asString(), server);
                continue;
            }
            String user = row.get(2).asString();
            int server = row.get(3).asInt();
            Entry entry = entries.get(user);
            boolean sticks = entry != null && now - entry.at() < 2_000 && !down.contains(entry.server());
            OnRequest.Seen seen = send(system, user, Map.of("x-user", user), server, servers);
            assertThat(seen.attempts()).as("%s", row).containsExactly(server);
            assertThat(seen.stuck()).as("%s", row).isEqualTo(sticks);
            Golden.equal(1);
            entries.put(user, new Entry(server, now));
            followed += sticks ? 1 : 0;
        }
        assertThat(followed).isPositive();
    }

    @Test
    void cookies() {
        // A fourth server that is gone when its cookie comes stands for the cookie that HAProxy does not know.
        OnRequest system = system(Sticky.of(Sticky.By.COOKIE), servers + 1);
        send(system, "bogus", Map.of(), servers, servers + 1);
        system.apply(new Command.Remove("s" + servers));
        int followed = 0;
        for (JsonNode row : recorded.get("cookie_log")) {
            if (!row.get(0).asString().equals("req")) {
                operate(system, row.get(0).asString(), row.get(1).asInt());
                continue;
            }
            int server = row.get(3).asInt();
            OnRequest.Seen seen = send(system, row.get(1).asString(), Map.of(), server, servers);
            assertThat(seen.attempts()).as("%s", row).containsExactly(server);
            assertThat(seen.stuck()).as("%s", row).isEqualTo(row.get(4).isNull());
            Golden.equal(1);
            followed += seen.stuck() ? 1 : 0;
        }
        assertThat(followed).isPositive();
    }

    static List<JsonNode> fullTable() {
        return Golden.list("haproxy/stickiness.json", "full_table");
    }

    /** Every decision, new users being given the servers in turn, and what the table holds at the end: who sticks then. */
    @ParameterizedTest
    @MethodSource
    void fullTable(JsonNode table) {
        Set<String> users = new LinkedHashSet<>();
        replay(table, users);
        Set<String> held = new LinkedHashSet<>();
        for (String user : users) {
            if (sendAsHeader(replay(table, users), user).stuck()) {
                held.add(user);
            }
        }
        Set<String> dump = new HashSet<>();
        table.get("table_dump").forEach(user -> dump.add(user.asString()));
        assertThat(held).isEqualTo(dump);
    }

    private OnRequest replay(JsonNode table, Set<String> users) {
        String description = table.get("table").asString();
        int size = Integer.parseInt(description.replaceAll("\\D*(\\d+).*", "$1"));
        OnRequest system = system(
                byHeader(null, size, description.contains("nopurge") ? Sticky.WhenFull.KEEP : Sticky.WhenFull.PURGE),
                servers);
        for (JsonNode row : table.get("requests")) {
            String user = row.get(0).asString();
            users.add(user);
            assertThat(sendAsHeader(system, user).attempts())
                    .as("%s", row)
                    .containsExactly(row.get(1).asInt());
        }
        return system;
    }

    private static OnRequest.Seen sendAsHeader(OnRequest system, String user) {
        return system.send(user, Map.of("x-user", user));
    }
}
