package roundhouse.workbench.ring.model;

import java.util.ArrayList;
import java.util.List;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;

/**
 * One key: its hash, how it comes to its server, who holds its copies, and what happens when one of those dies.
 *
 * @param walk from hash to replicas, on a line
 * @param deaths one sentence for each holder
 */
public record KeyStory(String walk, List<String> deaths) {
    /** @param placement the state's */
    public static KeyStory of(RingState state, Placement placement, String key) {
        long hash = placement.hash(key);
        String hashed = "hash "
                + (placement.function().bits() == 32 && !state.settings().isRing()
                        ? String.format("0x%08x", hash)
                        : Angle.hex(hash));
        int[] holders =
                new int[Math.min(state.settings().replicas(), state.targets().size())];
        int count = placement.replicas(hash, holders.length, holders);
        if (count == 0) {
            return new KeyStory(hashed + " → no server can own it", List.of());
        }
        StringBuilder walk = new StringBuilder(hashed);
        if (state.settings().isRing()) {
            var ring = state.settings().ring(state.targets());
            var token = ring.tokenAt(hash);
            walk.append(" → first token clockwise ")
                    .append(name(state, token.target()))
                    .append('·')
                    .append(token.number());
            if (!state.targets().get(token.target()).usable()) {
                walk.append(", which is down → ").append(name(state, holders[0]));
            }
        } else {
            walk.append(" → ").append(name(state, holders[0]));
        }
        for (int i = 1; i < count; i++) {
            walk.append(" → replica ").append(name(state, holders[i]));
        }
        List<String> deaths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            deaths.add(death(state, hash, holders, count, i));
        }
        return new KeyStory(walk.toString(), deaths);
    }

    private static String death(RingState state, long hash, int[] holders, int count, int dead) {
        String name = name(state, holders[dead]);
        if (dead > 0) {
            return "If " + name + " fails, " + name(state, holders[0]) + " goes on serving it.";
        }
        RingState after = state.down(name, true);
        int next = after.placement().owner(hash);
        if (next == Placement.NONE) {
            return "If " + name + " fails, no server is left to serve it.";
        }
        for (int i = 1; i < count; i++) {
            if (holders[i] == next) {
                return "If " + name + " fails, requests go to " + name(state, next)
                        + ", which already holds the data. Nothing is copied.";
            }
        }
        return "If " + name + " fails, requests go to " + name(state, next) + ", which has to fetch the data first.";
    }

    private static String name(RingState state, int server) {
        Target target = state.targets().get(server);
        return target.name();
    }
}
