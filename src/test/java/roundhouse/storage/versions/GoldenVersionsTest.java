package roundhouse.storage.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

class GoldenVersionsTest {
    private static final String FILE = "storage/versions.json";

    private static int number(JsonNode name) {
        return Integer.parseInt(name.asString().substring(1));
    }

    @Test
    void theLastWriteWinsAsInCassandra() {
        for (JsonNode recorded : Golden.list(FILE, "last_write_wins")) {
            Cell a = cell(recorded.get("a"));
            Cell b = cell(recorded.get("b"));
            Cell winner = recorded.get("winner").asString().equals("b") ? b : a;
            assertThat(a.resolve(b)).as(recorded.toString()).isEqualTo(winner);
            assertThat(b.resolve(a)).as(recorded.toString()).isEqualTo(winner);
            Golden.equal(1);
        }
    }

    private static Cell cell(JsonNode list) {
        return new Cell(
                list.get(0).longValue(),
                Cell.State.valueOf(list.get(1).asString().toUpperCase(Locale.ROOT)),
                list.get(2).isNull() ? 0 : list.get(2).longValue(),
                HexFormat.of().parseHex(list.get(3).asString()));
    }

    @Test
    void vectorsStandAsTheSetsOfEventsBehindThem() {
        for (JsonNode recorded : Golden.list(FILE, "version_vectors")) {
            Map<String, VersionVector> at = new TreeMap<>();
            for (JsonNode step : recorded.get("log")) {
                String replica = step.get(1).asString();
                VersionVector before = at.getOrDefault(replica, VersionVector.EMPTY);
                boolean event = step.get(0).asString().equals("event");
                at.put(
                        replica,
                        event
                                ? before.event(number(step.get(1)))
                                : before.merge(at.getOrDefault(step.get(3).asString(), VersionVector.EMPTY)));
            }
            recorded.get("vectors").properties().forEach(vector -> {
                int[] counts = new int[8];
                vector.getValue()
                        .properties()
                        .forEach(entry -> counts[Integer.parseInt(entry.getKey().substring(1))] =
                                entry.getValue().intValue());
                assertThat(at.getOrDefault(vector.getKey(), VersionVector.EMPTY))
                        .isEqualTo(VersionVector.of(counts));
            });
            for (JsonNode relation : recorded.get("relations")) {
                Causality found = at.getOrDefault(relation.get(0).asString(), VersionVector.EMPTY)
                        .compare(at.getOrDefault(relation.get(2).asString(), VersionVector.EMPTY));
                assertThat(found.name().toLowerCase(Locale.ROOT))
                        .as(recorded.toString())
                        .isEqualTo(relation.get(1).asString());
                Golden.equal(1);
            }
        }
    }

    @Test
    void siblingsAreWhatNobodyReplaced() {
        for (JsonNode recorded : Golden.list(FILE, "siblings")) {
            Map<String, Siblings<String>> servers = new TreeMap<>();
            Map<String, VersionVector> contexts = new TreeMap<>();
            for (JsonNode step : recorded.get("log")) {
                String kind = step.get(0).asString();
                String server = step.get(kind.equals("sync") ? 1 : 2).asString();
                Siblings<String> there = servers.getOrDefault(server, Siblings.none());
                String client = step.get(1).asString();
                switch (kind) {
                    case "get" -> contexts.put(client, there.context());
                    case "put" ->
                        there = there.put(
                                number(step.get(2)),
                                contexts.getOrDefault(client, VersionVector.EMPTY),
                                step.get(3).asString());
                    default ->
                        there = there.merge(servers.getOrDefault(step.get(3).asString(), Siblings.none()));
                }
                servers.put(server, there);
                assertThat(there.values().stream().sorted().toList())
                        .as("%s in %s", step, recorded)
                        .isEqualTo(texts(step.get(step.size() - 1)));
                Golden.equal(1);
            }
            recorded.get("siblings_at_end")
                    .properties()
                    .forEach(end -> assertThat(servers.getOrDefault(end.getKey(), Siblings.none()).values().stream()
                                    .sorted()
                                    .toList())
                            .isEqualTo(texts(end.getValue())));
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString()));
        return texts.stream().sorted().toList();
    }

    /** A value that merges by itself, as the recordings ask it. */
    private interface Mergeable {
        void change(String how, int replica, JsonNode step);

        void merge(Mergeable other);

        Object value();
    }

    private static Mergeable mergeable(String kind) {
        return switch (kind) {
            case "g-counter" -> new Counter(new GrowCounter(), null);
            case "pn-counter" -> new Counter(null, new PlusMinusCounter());
            case "lww-register" -> new Register(new LastWriteRegister<>());
            // A set that only grows is one of which nothing is removed.
            case "or-set", "g-set" -> new Elements(new ObservedRemoveSet<>());
            default -> throw new AssertionError(kind);
        };
    }

    private record Counter(GrowCounter grow, PlusMinusCounter both) implements Mergeable {
        @Override
        public void change(String how, int replica, JsonNode step) {
            long amount = step.get(2).longValue();
            if (grow != null) {
                grow.increment(replica, amount);
            } else {
                both.add(replica, how.equals("inc") ? amount : -amount);
            }
        }

        @Override
        public void merge(Mergeable other) {
            if (grow != null) {
                grow.merge(((Counter) other).grow);
            } else {
                both.merge(((Counter) other).both);
            }
        }

        @Override
        public Object value() {
            return grow != null ? grow.value() : both.value();
        }
    }

    private record Register(LastWriteRegister<String> register) implements Mergeable {
        @Override
        public void change(String how, int replica, JsonNode step) {
            register.set(replica, step.get(2).asString(), step.get(3).longValue());
        }

        @Override
        public void merge(Mergeable other) {
            register.merge(((Register) other).register);
        }

        @Override
        public Object value() {
            return register.value();
        }
    }

    private record Elements(ObservedRemoveSet<String> set) implements Mergeable {
        @Override
        public void change(String how, int replica, JsonNode step) {
            if (how.equals("add")) {
                set.add(replica, step.get(2).asString());
            } else {
                set.remove(step.get(2).asString());
            }
        }

        @Override
        public void merge(Mergeable other) {
            set.merge(((Elements) other).set);
        }

        @Override
        public Object value() {
            return set.values();
        }
    }

    @Test
    void valuesThatMergeByThemselvesAreAsRecorded() {
        for (JsonNode recorded : Golden.list(FILE, "crdt")) {
            List<Mergeable> replicas = new ArrayList<>();
            recorded.get("values")
                    .forEach(_ -> replicas.add(mergeable(recorded.get("kind").asString())));
            for (JsonNode step : recorded.get("log")) {
                int replica = number(step.get(1));
                Mergeable at = replicas.get(replica);
                if (step.get(0).asString().equals("merge")) {
                    at.merge(replicas.get(number(step.get(2))));
                } else {
                    at.change(step.get(0).asString(), replica, step);
                }
                assertThat(at.value()).as("%s in %s", step, recorded).isEqualTo(value(step.get(step.size() - 1)));
            }
            for (int i = 0; i < replicas.size(); i++) {
                assertThat(replicas.get(i).value())
                        .isEqualTo(value(recorded.get("values").get(i)));
            }
        }
    }

    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            return texts(node);
        }
        return node.isNumber() ? (Object) node.longValue() : node.asString();
    }
}
