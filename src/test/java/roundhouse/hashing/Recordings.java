package roundhouse.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** What the tests against recorded mappings share: a mapping is one digit a key, the index of a target in the original list. */
public final class Recordings {
    private Recordings() {}

    public static List<String> strings(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    public static List<String> nginxKeys() {
        return strings(Golden.read("nginx/keys.json"));
    }

    /** Targets of these weights, named as given. */
    public static List<Target> targets(List<String> names, int[] weights) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            targets.add(Target.of(names.get(i), weights[i]));
        }
        return targets;
    }

    /** Targets s0, s1, … of these weights. */
    public static List<Target> numbered(int... weights) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            targets.add(Target.of("s" + i, weights[i]));
        }
        return targets;
    }

    /** Targets from objects with {@code address}, {@code weight} and perhaps a {@code name}. */
    public static List<Target> servers(JsonNode servers) {
        List<Target> targets = new ArrayList<>();
        servers.forEach(server -> targets.add(Target.of(
                (server.has("name") ? server.get("name") : server.get("address")).asString(),
                server.get("weight").asInt())));
        return targets;
    }

    /** The mapping of the keys, one after the other as one stream of requests, in digits of the original list. */
    public static String mapping(Placement placement, List<Target> original, List<String> keys) {
        Selector selector = placement.selector(new InFlight(placement.targets().size()));
        StringBuilder digits = new StringBuilder();
        for (String key : keys) {
            digits.append(digit(placement, original, selector.select(placement.hash(key))));
        }
        return digits.toString();
    }

    static int digit(Placement placement, List<Target> original, int target) {
        // By identity first: a list may have two targets of one name.
        Target owner = placement.targets().get(target);
        for (int i = 0; i < original.size(); i++) {
            if (original.get(i) == owner) {
                return i;
            }
        }
        return original.stream().map(Target::name).toList().indexOf(owner.name());
    }

    public static void assertMapping(
            String about, Placement placement, List<Target> original, List<String> keys, JsonNode mapping) {
        List<String> mapped =
                keys.subList(0, Math.min(keys.size(), mapping.asString().length()));
        assertThat(mapped).as(about).hasSize(mapping.asString().length());
        assertThat(mapping(placement, original, mapped)).as(about).isEqualTo(mapping.asString());
        Golden.equal(mapped.size());
    }
}
