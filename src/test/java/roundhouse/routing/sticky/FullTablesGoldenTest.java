package roundhouse.routing.sticky;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.routing.Balancer;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.algorithms.TestRequest;
import tools.jackson.databind.JsonNode;

/** Whom HAProxy's full stick tables forgot while servers held requests, and which answers were not written. */
class FullTablesGoldenTest {
    private static final long MILLIS = 1_000_000;

    private final Pool pool = new Pool();
    private final TestRequest request = new TestRequest();
    private final Map<Integer, Open> open = new HashMap<>();
    /** The users of the recording that may have an entry. */
    private final Set<Integer> known = new TreeSet<>();

    private record Open(int user, int server, boolean hasRoom, long sinceNanos) {}

    static List<JsonNode> cases() {
        return Golden.cases("haproxy/full_tables.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameAreForgotten(JsonNode recorded) {
        for (int server = 0; server < recorded.get("servers").asInt(); server++) {
            PlainTargets.add(pool, "s" + server, 1);
        }
        StickyTable table = new StickyTable(
                recorded.get("size").asInt(),
                StickyTable.FOREVER,
                recorded.get("nopurge").asBoolean() ? StickyTable.WhenFull.KEEP : StickyTable.WhenFull.PURGE_OLDEST);
        for (JsonNode op : recorded.get("ops")) {
            if (op.get(0).asString().equals("open")) {
                open(table, op);
            } else {
                close(table, op);
            }
            assertThat(forgotten(table)).as("forgotten with %s", op).isEqualTo(Golden.ints(op.get(op.size() - 1)));
            Golden.equal(1);
        }
    }

    private void open(StickyTable table, JsonNode op) {
        long now = op.get(2).asLong() * MILLIS;
        int user = op.get(3).asInt();
        int server = op.get(4).asInt();
        assertThat(table.find(user, request, pool, now)).as("%s", op).isIn(server, Balancer.NONE);
        open.put(op.get(1).asInt(), new Open(user, server, table.takeRoom(now), now));
    }

    private void close(StickyTable table, JsonNode op) {
        Open one = open.remove(op.get(1).asInt());
        if (one.hasRoom()) {
            table.put(one.user(), one.server(), one.sinceNanos(), op.get(2).asLong() * MILLIS);
            known.add(one.user());
        }
        assertThat(table.peek(one.user()) != Balancer.NONE)
                .as("%s", op)
                .isEqualTo(op.get(3).asBoolean());
    }

    private int[] forgotten(StickyTable table) {
        List<Integer> forgotten = new ArrayList<>();
        for (int user : known) {
            if (table.peek(user) == Balancer.NONE) {
                forgotten.add(user);
            }
        }
        forgotten.forEach(known::remove);
        return forgotten.stream().mapToInt(Integer::intValue).toArray();
    }
}
