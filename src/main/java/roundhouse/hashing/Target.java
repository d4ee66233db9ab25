package roundhouse.hashing;

import org.jspecify.annotations.Nullable;

/**
 * Something keys are placed on: a server, a shard, a cache node.
 *
 * @param name what it is called: {@code s1}, {@code 10.0.0.1:80}
 * @param weight its share against the others, 0 or more; 0 owns nothing
 * @param zone where it stands, or null: replicas are put into distinct zones first
 * @param down whether it cannot serve now, though it is still listed
 * @param text what is hashed of it by placements that do as a program does that knows servers by their addresses
 * @param part sixteenths of its weight that it has, 1 to {@link #WHOLE}: fewer while it warms up, which few placements go by
 */
public record Target(String name, int weight, @Nullable String zone, boolean down, String text, int part) {
    /** Of its weight, in sixteenths. */
    public static final int WHOLE = 16;

    public Target {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a target needs a name");
        }
        if (weight < 0) {
            throw new IllegalArgumentException("weight " + weight + " of " + name + " is negative");
        }
    }

    /** A target that has all of its weight. */
    public Target(String name, int weight, @Nullable String zone, boolean down, String text) {
        this(name, weight, zone, down, text, WHOLE);
    }

    /** A target that is hashed by its name. */
    public Target(String name, int weight, @Nullable String zone, boolean down) {
        this(name, weight, zone, down, name);
    }

    /** A target of weight 1 that is up, in no zone. */
    public static Target of(String name) {
        return of(name, 1);
    }

    /** A target that is up, in no zone. */
    public static Target of(String name, int weight) {
        return new Target(name, weight, null, false);
    }

    /** Whether it may own keys: up, and of a weight above 0. */
    public boolean usable() {
        return !down && weight > 0;
    }

    public Target withDown(boolean down) {
        return new Target(name, weight, zone, down, text, part);
    }

    public Target withWeight(int weight) {
        return new Target(name, weight, zone, down, text, part);
    }
}
