package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.rings.Ring;

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
        String hashed = placement.function().bits() == 32 && !state.settings().isRing()
                ? String.format("0x%08x", hash)
                : Angle.hex(hash);
        List<String> walk = new ArrayList<>();
        walk.add(text("ring.walk-hash", hashed));
        int[] holders =
                new int[Math.min(state.settings().replicas(), state.targets().size())];
        int count = placement.replicas(hash, holders.length, holders);
        if (count == 0) {
            walk.add(text("ring.walk-none"));
            return new KeyStory(joined(walk), List.of());
        }
        Ring.Token token = state.settings().isRing()
                ? state.settings().ring(state.targets()).tokenAt(hash)
                : null;
        boolean down = token != null && !state.targets().get(token.target()).usable();
        if (token != null) {
            walk.add(text(
                    down ? "ring.walk-token-down" : "ring.walk-token",
                    name(state, token.target()) + '·' + token.number()));
        }
        if (token == null || down) {
            walk.add(name(state, holders[0]));
        }
        for (int i = 1; i < count; i++) {
            walk.add(text("ring.walk-replica", name(state, holders[i])));
        }
        List<String> deaths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            deaths.add(death(state, hash, holders, count, i));
        }
        return new KeyStory(joined(walk), deaths);
    }

    private static String joined(List<String> walk) {
        return String.join(" → ", walk);
    }

    private static String death(RingState state, long hash, int[] holders, int count, int dead) {
        String name = name(state, holders[dead]);
        if (dead > 0) {
            return text("ring.death-of-replica", name, name(state, holders[0]));
        }
        RingState after = state.down(name, true);
        int next = after.placement().owner(hash);
        if (next == Placement.NONE) {
            return text("ring.death-of-last", name);
        }
        for (int i = 1; i < count; i++) {
            if (holders[i] == next) {
                return text("ring.death-with-copy", name, name(state, next));
            }
        }
        return text("ring.death-without-copy", name, name(state, next));
    }

    private static String name(RingState state, int server) {
        Target target = state.targets().get(server);
        return target.name();
    }
}
