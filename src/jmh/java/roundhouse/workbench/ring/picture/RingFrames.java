package roundhouse.workbench.ring.picture;

import java.util.ArrayList;
import java.util.List;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.workbench.ring.model.Angle;
import roundhouse.workbench.ring.model.KeySet;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingState;
import roundhouse.workbench.ring.model.Sketch;

/** Pictures of a drag, one after another, without a screen: what a benchmark times. */
public final class RingFrames {
    private static final int SERVERS = 8;
    /** Nanoseconds between pictures. */
    private static final long EACH = 16_666_667;

    private final RingModel model;
    private final RingPainter painter;
    private final RingState from;
    private long now = EACH;
    private int step;

    /**
     * @param tokens of all eight servers together
     * @param scale pixels of the screen for each of a layout
     */
    public RingFrames(int keys, int tokens, int width, int height, double scale) {
        List<Target> targets = new ArrayList<>();
        int[] palette = new int[SERVERS];
        for (int server = 0; server < SERVERS; server++) {
            targets.add(Target.of("s" + (server + 1)));
            palette[server] = 0xff000000 | (server * 0x1f3a5c + 0x204060);
        }
        from = new RingState(PlacementSettings.DEFAULT.withVirtualNodes(tokens / SERVERS), targets);
        model = new RingModel(new Sketch(from));
        model.keys(KeySet.counted(keys));
        painter = new RingPainter(model);
        painter.resize(width, height, scale);
        painter.palette(palette);
        painter.follow(0);
    }

    /** Moves on by a thousandth of the ring, counts what moved, and paints. */
    public int drag(boolean whole) {
        step = (step + 1) % 1_000;
        now += EACH;
        long by = Angle.position(step / 1_000.0);
        model.preview("Drag", "s1", whole ? from.turned("s1", by) : from.withToken("s1", 0, by));
        painter.follow(now);
        painter.paint(now, 0, -1);
        return painter.flying() + model.change().moved();
    }
}
