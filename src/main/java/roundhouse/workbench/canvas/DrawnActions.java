package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import roundhouse.arranging.Arrangement;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.annotations.Annotation;
import roundhouse.workbench.canvas.drawn.GroupOpening;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.PlaceFrame;
import roundhouse.workbench.canvas.model.Snap;

/** What menus and keys do about notes and frames. Each is one undo entry, and none touches the run. */
public final class DrawnActions {
    private static final double NOTE_WIDTH = 220;
    private static final double NOTE_HEIGHT = 80;
    private static final double FRAME_WIDTH = 480;
    private static final double FRAME_HEIGHT = 300;
    /** Between the frame and the cards in it. */
    private static final double SIDE = 24;
    /** Room for the frame's title. */
    private static final double TOP = 44;

    private final CanvasModel model;
    private final GroupOpening groups;
    private Consumer<String> writing = _ -> {};

    DrawnActions(CanvasModel model) {
        this.model = model;
        groups = new GroupOpening(model);
    }

    /** What can be done about groups of servers. */
    GroupOpening groups() {
        return groups;
    }

    /** The listener is told the id of what is to be written at once. */
    void onNew(Consumer<String> listener) {
        writing = listener;
    }

    private Topology topology() {
        return model.document().topology();
    }

    /** A note in the middle of what is seen, to be written at once. */
    public void addNote() {
        Area seen = model.seen();
        add(
                Annotation.Kind.NOTE,
                "",
                new Area(seen.centreX() - NOTE_WIDTH / 2, seen.centreY() - NOTE_HEIGHT / 2, NOTE_WIDTH, NOTE_HEIGHT));
    }

    /** A frame around the selected nodes, or in the middle of what is seen. */
    public void addFrame() {
        Area seen = model.seen();
        Area around = cards(model.document().selectedNodes())
                .map(DrawnActions::around)
                .orElse(new Area(
                        seen.centreX() - FRAME_WIDTH / 2,
                        seen.centreY() - FRAME_HEIGHT / 2,
                        FRAME_WIDTH,
                        FRAME_HEIGHT));
        add(Annotation.Kind.FRAME, text("canvas.frame"), around);
    }

    private void add(Annotation.Kind kind, String text, Area area) {
        String id = freeId(topology(), kind);
        model.document()
                .edit(
                        kind == Annotation.Kind.NOTE ? text("canvas.add-note") : text("canvas.add-frame"),
                        topology().with(annotation(id, kind, text, area)));
        writing.accept(id);
    }

    private static Annotation annotation(String id, Annotation.Kind kind, String text, Area area) {
        return new Annotation(
                id, kind, text, Snap.toGrid(area.x()), Snap.toGrid(area.y()), area.width(), area.height(), false);
    }

    private static String freeId(Topology topology, Annotation.Kind kind) {
        Set<String> taken = topology.annotations().stream().map(Annotation::id).collect(Collectors.toSet());
        int number = 1;
        String name = kind == Annotation.Kind.NOTE ? "note-" : "frame-";
        while (taken.contains(name + number)) {
            number++;
        }
        return name + number;
    }

    private Optional<Area> cards(Set<String> ids) {
        Map<String, Position> places = Arrangement.of(topology());
        return places.entrySet().stream()
                .filter(place -> ids.contains(place.getKey()))
                .map(place ->
                        new Area(place.getValue().x(), place.getValue().y(), Drawing.CARD_WIDTH, Drawing.CARD_HEIGHT))
                .reduce(Area::with);
    }

    private static Area around(Area cards) {
        // The corner is put on the grid, which must not cut off a card.
        Area wide = cards.grown(SIDE + Snap.STEP);
        return new Area(
                wide.x(), wide.y() - TOP + SIDE, wide.width() + Snap.STEP, wide.height() + TOP - SIDE + Snap.STEP);
    }

    /** A frame around each zone and each region that has none of that title. */
    public void frameZones() {
        Topology next = topology();
        for (PlaceFrame place : PlaceFrame.of(new Drawing(topology()))) {
            boolean there = next.annotations().stream()
                    .anyMatch(other -> other.isFrame() && other.text().equals(place.name()));
            if (!there) {
                String id = freeId(next, Annotation.Kind.FRAME);
                next = next.with(annotation(id, Annotation.Kind.FRAME, place.name(), around(place.cards())));
            }
        }
        if (next.equals(topology())) {
            model.refusals().say(text("canvas.there-is-no-zone-or"));
        } else {
            model.document().edit(text("canvas.frames-around-zones"), next);
        }
    }

    /** Collapses all frames and groups, or where all are collapsed, expands them. */
    public void foldAll() {
        List<Annotation> before = topology().annotations();
        boolean fold = before.stream().anyMatch(one -> one.isFrame() && !one.collapsed())
                || !topology().opened().isEmpty();
        List<Annotation> after = new ArrayList<>();
        before.forEach(one -> after.add(one.isFrame() ? one.with(Annotation.COLLAPSED, fold) : one));
        Topology next = fold ? topology().withOpened(List.of()) : groups.allOpened(topology());
        next = next.withAnnotations(after);
        if (next.equals(topology())) {
            model.refusals().say(text("canvas.there-is-no-frame-yet"));
        } else {
            model.document().edit(fold ? text("canvas.collapse-frames") : text("canvas.expand-frames"), next);
        }
    }
}
