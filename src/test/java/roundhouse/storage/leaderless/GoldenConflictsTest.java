package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Seen;
import tools.jackson.databind.JsonNode;

/** What replicas keep of concurrent writes, as recorded; facts 21 and 22. */
class GoldenConflictsTest {
    private static final String FILE = "storage/versions.json";

    private static int number(JsonNode name) {
        return Integer.parseInt(name.asString().substring(1));
    }

    private static long[] numbers(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToLong(GoldenConflictsTest::element)
                .sorted()
                .toArray();
    }

    private static long element(JsonNode name) {
        String text = name.asString();
        return text.length() == 1 ? text.charAt(0) : number(name);
    }

    private static long[] sorted(Found found) {
        return Arrays.stream(found.values()).sorted().toArray();
    }

    @Test
    void siblingsAreWhatNobodyReplaced() {
        for (JsonNode recorded : Golden.list(FILE, "siblings")) {
            LoneReplicas replicas = new LoneReplicas(recorded.get("servers").intValue(), Conflicts.SIBLINGS);
            Map<String, Seen> contexts = new TreeMap<>();
            for (JsonNode step : recorded.get("log")) {
                String kind = step.get(0).asString();
                String client = step.get(1).asString();
                int server = number(step.get(kind.equals("sync") ? 1 : 2));
                switch (kind) {
                    case "get" -> contexts.put(client, replicas.read(server).seen());
                    case "put" ->
                        replicas.write(server, element(step.get(3)), contexts.getOrDefault(client, Seen.Nothing.YET));
                    default -> replicas.bring(number(step.get(3)), server);
                }
                assertThat(sorted(replicas.read(server)))
                        .as("%s in %s", step, recorded)
                        .isEqualTo(numbers(step.get(step.size() - 1)));
            }
            recorded.get("siblings_at_end").properties().forEach(end -> {
                int server = Integer.parseInt(end.getKey().substring(1));
                assertThat(sorted(replicas.read(server))).isEqualTo(numbers(end.getValue()));
                assertThat(replicas.member(server).siblings())
                        .isEqualTo(Math.max(0, end.getValue().size() - 1));
            });
        }
    }

    @Test
    void countersAndSetsMergeByThemselves() {
        int compared = 0;
        for (JsonNode recorded : Golden.list(FILE, "crdt")) {
            String kind = recorded.get("kind").asString();
            if (kind.equals("lww-register")) {
                continue;
            }
            boolean isSet = kind.endsWith("set");
            LoneReplicas replicas =
                    new LoneReplicas(recorded.get("values").size(), isSet ? Conflicts.SET : Conflicts.COUNTER);
            for (JsonNode step : recorded.get("log")) {
                int replica = number(step.get(1));
                switch (step.get(0).asString()) {
                    case "merge" -> replicas.bring(number(step.get(2)), replica);
                    case "inc" -> replicas.write(replica, step.get(2).longValue(), Seen.Nothing.YET);
                    case "add" -> replicas.write(replica, element(step.get(2)), Seen.Nothing.YET);
                    case "dec" -> replicas.remove(replica, step.get(2).longValue());
                    default -> replicas.remove(replica, element(step.get(2)));
                }
                JsonNode expected = step.get(step.size() - 1);
                Found found = replicas.read(replica);
                assertThat(isSet ? sorted(found) : found.value())
                        .as("%s in %s", step, recorded)
                        .isEqualTo(isSet ? numbers(expected) : expected.longValue());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }
}
