package roundhouse.workbench.canvas.model;

import java.util.List;
import java.util.Optional;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.Store;

/** The outlines around the members of each store: one each, or several where other cards stand between them. */
public final class StoreFrames {
    private final Drawing drawing;
    private final List<PlaceFrame> all;

    StoreFrames(Topology topology, Drawing drawing) {
        this.drawing = drawing;
        all = topology.stores().isEmpty()
                ? List.of()
                : PlaceFrame.by(
                        drawing,
                        node -> topology.storeOf(node.id()).map(Store::id).orElse(null),
                        false);
    }

    boolean areOf(Drawing other) {
        return drawing == other;
    }

    /** Every outline, by the id of its store. */
    public List<PlaceFrame> all() {
        return all;
    }

    /** The first outline of that store. */
    public Optional<Area> area(String store) {
        return all.stream()
                .filter(frame -> frame.name().equals(store))
                .findFirst()
                .map(PlaceFrame::area);
    }

    /**
     * The store whose line or name is there. What is within an outline is the ground as elsewhere.
     *
     * @param near how near is on the line
     * @param above how far the name reaches over the line
     */
    public Optional<String> at(double x, double y, double near, double above) {
        return all.stream()
                .filter(frame -> isOn(frame.area(), x, y, near, above))
                .findFirst()
                .map(PlaceFrame::name);
    }

    private static boolean isOn(Area area, double x, double y, double near, double above) {
        double inside = Math.min(Math.min(x - area.x(), area.right() - x), area.bottom() - y);
        boolean line = Math.min(inside, y - area.y()) <= near;
        boolean name = y - area.y() <= PlaceFrame.TOP;
        return inside >= -near && y - area.y() >= -Math.max(near, above) && (line || name);
    }
}
