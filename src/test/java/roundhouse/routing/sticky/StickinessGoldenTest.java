package roundhouse.routing.sticky;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.routing.Balancer;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.algorithms.TestRequest;
import roundhouse.routing.sticky.StickyTable.WhenFull;
import tools.jackson.databind.JsonNode;

/**
 * HAProxy's stick tables and cookies. Where a user has a live entry the recorded server must be that of the entry; where not, the
 * recording says whom HAProxy's round robin chose, and that must be a server open to new users.
 */
class StickinessGoldenTest {
    private static final long MILLIS = 1_000_000;

    private final JsonNode recorded = Golden.read("haproxy/stickiness.json");
    private final Pool pool = new Pool();
    private final TestRequest request = new TestRequest();
    private final Map<String, Long> keys = new HashMap<>();

    private long key(String user) {
        return keys.computeIfAbsent(user, _ -> (long) keys.size());
    }

    private void fill() {
        for (int weight : Golden.ints(recorded.get("weights"))) {
            PlainTargets.add(pool, "s" + pool.size(), weight);
        }
    }

    private void operate(String what, int target) {
        pool.down(target, what.equals("maint"));
        pool.draining(target, what.equals("drain"));
    }

    /** Whether the user's entry was followed. */
    private boolean serve(StickyTable table, String user, int server, long now, Object where) {
        int target = table.find(key(user), request, pool, now);
        if (table.takeRoom(now)) {
            table.put(key(user), server, now, now);
        }
        if (target == Balancer.NONE) {
            assertThat(pool.canTake(server)).as("%s", where).isTrue();
            Golden.equal(1);
            return false;
        }
        assertThat(target).as("%s", where).isEqualTo(server);
        Golden.equal(1);
        return true;
    }

    @Test
    void stickTable() {
        fill();
        StickyTable table = new StickyTable(10_000, 2_000 * MILLIS, WhenFull.PURGE_OLDEST);
        int followed = 0;
        for (JsonNode row : recorded.get("stick_log")) {
            long now = row.get(0).asLong() * MILLIS;
            if (row.get(1).asString().equals("req")) {
                followed += serve(table, row.get(2).asString(), row.get(3).asInt(), now, row) ? 1 : 0;
            } else {
                operate(row.get(1).asString(), row.get(2).asInt());
            }
        }
        assertThat(followed).isPositive();
    }

    static List<JsonNode> fullTable() {
        return Golden.list("haproxy/stickiness.json", "full_table");
    }

    /** Every decision, new users being given the servers in turn, and what the table holds at the end. */
    @ParameterizedTest
    @MethodSource
    void fullTable(JsonNode recordedTable) {
        fill();
        String description = recordedTable.get("table").asString();
        int size = Integer.parseInt(description.replaceAll("\\D*(\\d+).*", "$1"));
        WhenFull whenFull = description.contains("nopurge") ? WhenFull.KEEP : WhenFull.PURGE_OLDEST;
        StickyTable table = new StickyTable(size, StickyTable.FOREVER, whenFull);
        int turn = 0;
        long now = 0;
        for (JsonNode row : recordedTable.get("requests")) {
            now += MILLIS;
            long key = key(row.get(0).asString());
            int server = table.find(key, request, pool, now);
            if (server == Balancer.NONE) {
                server = turn++ % pool.size();
            }
            if (table.takeRoom(now)) {
                table.put(key, server, now, now);
            }
            assertThat(server).as("%s", row).isEqualTo(row.get(1).asInt());
            Golden.equal(1);
        }
        List<String> dump = new ArrayList<>();
        recordedTable.get("table_dump").forEach(user -> dump.add(user.asString()));
        List<String> held = keys.keySet().stream()
                .filter(user -> table.peek(key(user)) != Balancer.NONE)
                .toList();
        assertThat(held).containsExactlyInAnyOrderElementsOf(dump);
    }

    @Test
    void cookies() {
        fill();
        int followed = 0;
        for (JsonNode row : recorded.get("cookie_log")) {
            if (!row.get(0).asString().equals("req")) {
                operate(row.get(0).asString(), row.get(1).asInt());
                continue;
            }
            int server = row.get(3).asInt();
            int named =
                    row.get(2).isNull() ? Balancer.NONE : serverOf(row.get(2).asString());
            if (named != Balancer.NONE && pool.canServeSticky(named)) {
                assertThat(server).as("%s", row).isEqualTo(named);
                assertThat(row.get(4).isNull()).as("%s", row).isTrue();
                followed++;
            } else {
                assertThat(pool.canTake(server)).as("%s", row).isTrue();
                assertThat(row.get(4).isNull()).as("%s", row).isFalse();
            }
            Golden.equal(1);
        }
        assertThat(followed).isPositive();
    }

    private int serverOf(String cookie) {
        for (int target = 0; target < pool.size(); target++) {
            if (cookie.equals("c" + target)) {
                return target;
            }
        }
        return Balancer.NONE;
    }
}
