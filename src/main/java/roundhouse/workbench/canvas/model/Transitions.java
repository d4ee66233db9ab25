package roundhouse.workbench.canvas.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that the run has added, which slide in, and those that it has removed, of which a ghost is left for a moment. In real time: they
 * are for the eye, and as long at any speed.
 */
public final class Transitions {
    /** How long a new card and its links take to come in. */
    static final long ARRIVAL_NANOS = 450_000_000;
    /** How long the ghost of a removed one stays. */
    static final long GHOST_NANOS = 2_500_000_000L;

    private final Map<String, Long> arrivedNanos = new HashMap<>();
    private final List<Ghost> ghosts = new ArrayList<>();

    /**
     * What is left of a removed node.
     *
     * @param text its name and why it is not there
     * @param order the number of its colour; -1 for none
     * @param lines the ends of its links, x and y of one and the other end
     * @param sinceNanos real time
     */
    public record Ghost(String id, String text, int order, Area area, List<double[]> lines, long sinceNanos) {
        /** How much is left of it, 1 to 0: all of it for half its time, then it fades. */
        public double strength(long nowNanos) {
            return Math.clamp(2 - 2.0 * (nowNanos - sinceNanos) / GHOST_NANOS, 0, 1);
        }
    }

    /**
     * The run has turned the one drawing into the other.
     *
     * @param back whether by going back in time
     */
    void change(Drawing before, Drawing after, boolean back, long nowNanos) {
        for (int i = 0; i < after.nodeCount(); i++) {
            String id = after.node(i).id();
            if (before.index(id) < 0) {
                arrivedNanos.put(id, nowNanos);
                ghosts.removeIf(ghost -> ghost.id().equals(id));
            }
        }
        for (int i = 0; i < before.nodeCount(); i++) {
            if (after.index(before.node(i).id()) < 0) {
                ghosts.add(ghost(before, i, back ? "canvas.is-not-there-yet" : "canvas.was-removed", nowNanos));
            }
        }
    }

    private static Ghost ghost(Drawing drawing, int node, String key, long nowNanos) {
        String id = drawing.node(node).id();
        List<double[]> lines = new ArrayList<>();
        for (int i = 0; i < drawing.linkCount(); i++) {
            if (drawing.isDrawn(i)
                    && (drawing.link(i).from().equals(id)
                            || drawing.link(i).to().equals(id))) {
                lines.add(new double[] {drawing.x1(i), drawing.y1(i), drawing.x2(i), drawing.y2(i)});
            }
        }
        return new Ghost(
                id, text(key, drawing.node(node).title()), drawing.order(node), drawing.area(node), lines, nowNanos);
    }

    void clear() {
        arrivedNanos.clear();
        ghosts.clear();
    }

    /** How far a node has come in, 0 to 1; 1 for all that did not come just now. */
    public double arrival(String id, long nowNanos) {
        @Nullable Long since = arrivedNanos.get(id);
        if (since == null) {
            return 1;
        }
        double part = Math.clamp((double) (nowNanos - since) / ARRIVAL_NANOS, 0, 1);
        return part * (2 - part);
    }

    public List<Ghost> ghosts() {
        return ghosts;
    }

    /** Forgets what is over; whether anything still comes or goes, so that another picture is due. */
    public boolean goesOn(long nowNanos) {
        arrivedNanos.values().removeIf(since -> nowNanos - since >= ARRIVAL_NANOS);
        ghosts.removeIf(ghost -> ghost.strength(nowNanos) == 0);
        return !arrivedNanos.isEmpty() || !ghosts.isEmpty();
    }
}
