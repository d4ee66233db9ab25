package roundhouse.workbench.canvas.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.arranging.Arrangement;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Position;
import roundhouse.topology.Revision;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.motion.Journeys;
import roundhouse.workbench.motion.Motion;
import roundhouse.workbench.motion.TrafficShapes;

/**
 * What the canvas shows and what gestures change: the drawing, the viewport, what is being dragged. A view model: needs no
 * screen. Whatever changes, listeners hear of it and the view draws once with the next pulse.
 */
public final class CanvasModel {
    private final Document document;
    private final Live live = new Live();
    private final Refusals refusals = new Refusals();
    private final GestureMarks marks = new GestureMarks(this::changed);
    private final Transitions transitions = new Transitions();
    private final TrafficShapes shapes = new TrafficShapes();
    private final Journeys journeys = new Journeys();
    private String motion = "";
    private final List<Runnable> listeners = new ArrayList<>();
    private Viewport viewport = Viewport.START;
    private @Nullable Viewport fitted;
    private double width;
    private double height;
    private double speed;
    /** What is left free above and below the whole drawing, view pixels; NaN for the note's height. */
    private double above = Double.NaN;
    /** What lies over the view, view pixels; null for nothing. */
    private @Nullable Area covered;

    private long followed;
    private @Nullable FollowedRequest following;
    private CanvasLook look = CanvasLook.USUAL;
    private @Nullable Topology preview;
    private @Nullable Drawing drawing;
    /** The servers of the groups that are opened in the drawing. */
    private Map<String, List<String>> groups = Map.of();

    private @Nullable StoreFrames stores;

    public CanvasModel(Document document) {
        this.document = document;
        document.topologyProperty().subscribe(_ -> {
            preview = null;
            drawing = null;
            refusals.clear();
            forgetWhatIsGone();
            changed();
        });
        document.selection().itemsProperty().subscribe(_ -> {
            refusals.clear();
            changed();
        });
    }

    /** Deselects what an edit, an undo or the run removed. */
    private void forgetWhatIsGone() {
        Topology now = shown();
        Set<Item> left = selection().items().stream()
                .filter(item -> switch (item) {
                    case Item.NodeItem(String id) -> now.node(id).isPresent();
                    case Item.LinkItem(String from, String to) ->
                        now.link(from, to).isPresent();
                    case Item.StoreItem(String id) -> now.store(id).isPresent();
                })
                .collect(Collectors.toSet());
        if (left.size() < selection().items().size()) {
            selection().set(left);
        }
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }

    public Document document() {
        return document;
    }

    public Selection selection() {
        return document.selection();
    }

    public Live live() {
        return live;
    }

    public Refusals refusals() {
        return refusals;
    }

    /** What gestures show of themselves. */
    public GestureMarks marks() {
        return marks;
    }

    /** One edit of the document, unless the topology could not run then; whether it was done. */
    public boolean edit(String label, Topology next) {
        boolean done = !refusals.refuses(next);
        if (done) {
            document.edit(label, next);
        }
        return done;
    }

    /**
     * Takes over an instant of the run: what the run has made of the topology, and every request where it is, or where that is too fast for
     * the eye a sample of them on their journeys.
     *
     * @param nowNanos real time, nanoseconds of any clock
     * @param slides whether what the run adds slides in and what it removes leaves a ghost, rather than to come and go at once
     */
    public void show(Frame newest, long nowNanos, boolean slides) {
        take(newest, nowNanos, slides);
        if (Motion.isTrueToScale(newest.topology.links(), speed)) {
            journeys.clear();
            live.addHanging(newest);
            motion = shapes(newest);
        } else {
            journeys.take(newest, speed, nowNanos);
            journeys.show(live.frame(), nowNanos);
            String what = shapes(newest);
            motion = Motion.explained(newest.journeys, !newest.data.on) + (what.isEmpty() ? "" : " · " + what);
        }
    }

    private String shapes(Frame newest) {
        return newest.data.on ? shapes.of(newest.topology) : "";
    }

    /** How the requests that are seen to move stand for all of them; empty where each is seen just where it is. */
    public String motion() {
        return motion;
    }

    /** The document's topology, or the one a gesture in progress would make of it. */
    public Topology topology() {
        return preview == null ? document.topology() : preview;
    }

    private void take(Frame newest, long nowNanos, boolean slides) {
        boolean first = !live.any();
        Topology ran = live.frame().topology;
        Topology documentThen = live.frame().document;
        boolean back = newest.timeNanos < live.frame().timeNanos;
        boolean whole = showsWhole();
        Drawing last = drawing;
        live.take(newest);
        if (!ran.equals(newest.topology) || !documentThen.equals(newest.document)) {
            Drawing before = drawing();
            drawing = null;
            forgetWhatIsGone();
            if (slides && !first && documentThen.equals(newest.document)) {
                transitions.change(before, drawing(), back, nowNanos);
            }
            changed();
        } else if (!topology().opened().isEmpty()
                && !groups.equals(OpenedGroups.of(topology().opened(), shown(), newest))) {
            drawing = null;
            changed();
        }
        // What the run itself added may be out of sight; what a person moved there is theirs.
        if (whole && drawing != last && documentThen.equals(newest.document) && isLargerThanView()) {
            zoomToFit();
        }
    }

    /** Forgets the run: another document was opened. */
    public void forget() {
        live.clear();
        transitions.clear();
        journeys.clear();
        motion = "";
        drawing = null;
        changed();
    }

    /** What comes and goes on the canvas because the run has added or removed it. */
    public Transitions transitions() {
        return transitions;
    }

    /** Whether the run has added the node: the document does not have it. */
    public boolean isOfRun(String id) {
        return topology().node(id).isEmpty();
    }

    /** The system that runs, with what a person has changed in the document and the run has not heard of yet. */
    private Topology shown() {
        Frame frame = live.frame();
        return live.any() ? new Revision(frame.document, topology()).of(frame.topology) : topology();
    }

    public Drawing drawing() {
        if (drawing == null) {
            Topology shown = shown();
            shown.nodes().forEach(document.known()::meet);
            Map<String, Position> places = new LinkedHashMap<>(Arrangement.of(topology()));
            Arrangement.of(shown).forEach(places::putIfAbsent);
            groups = OpenedGroups.of(topology().opened(), shown, live.frame());
            drawing = new Drawing(
                    shown, places, document.known(), Folds.of(topology().annotations(), places), groups);
        }
        return drawing;
    }

    /** The outlines of stores in the drawing. */
    public StoreFrames stores() {
        if (stores == null || !stores.areOf(drawing())) {
            stores = new StoreFrames(topology(), drawing());
        }
        return stores;
    }

    /** Shows what a gesture would make; null to show the document again. */
    public void preview(@Nullable Topology topology) {
        preview = topology;
        drawing = null;
        changed();
    }

    public Viewport viewport() {
        return viewport;
    }

    public void viewport(Viewport next) {
        if (!next.equals(viewport)) {
            viewport = next;
            changed();
        }
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** A view that showed the whole drawing goes on showing it, until someone pans or zooms. */
    public void resize(double newWidth, double newHeight) {
        boolean whole = viewport.equals(fitted) && (newWidth != width || newHeight != height);
        width = newWidth;
        height = newHeight;
        if (whole) {
            zoomToFit();
        }
    }

    /** The part of the drawing that is seen. */
    public Area seen() {
        return viewport.seen(width, height);
    }

    /** What all cards, notes, frames, places and outlines of stores take up together. */
    private Optional<Area> bounds() {
        return Stream.of(
                        drawing().bounds().stream(),
                        topology().annotations().stream().map(Folds::area),
                        PlaceFrame.of(drawing()).stream().map(PlaceFrame::area),
                        stores().all().stream().map(PlaceFrame::area))
                .flatMap(areas -> areas)
                .reduce(Area::with);
    }

    /** When the whole drawing is shown, that much is left free above and below it, view pixels. */
    public void fitWithin(double margin) {
        above = margin;
    }

    public void zoomToFit() {
        Optional<Area> bounds = bounds();
        if (bounds.isPresent() && width > 0 && height > 0) {
            double top = Double.isNaN(above) ? look.noteHeight(width) : above;
            double bottom = Double.isNaN(above) ? look.belowAll(width) : above;
            fitted = Viewport.fitting(bounds.get(), width, height, top, bottom, look.mostFit());
            if (covered != null && coversCard(covered, fitted)) {
                fitted = Viewport.fitting(bounds.get(), width, height, top, height - covered.y(), look.mostFit());
            }
            viewport(fitted);
        }
    }

    /** Something lies over the view down to its lower edge, view pixels: a view of the whole drawing shows no card behind it. */
    public void cover(@Nullable Area now) {
        if (!Objects.equals(now, covered)) {
            covered = now;
            if (showsWhole()) {
                zoomToFit();
            }
        }
    }

    private boolean coversCard(Area over, Viewport seen) {
        Area behind = new Area(
                seen.toCanvasX(over.x()),
                seen.toCanvasY(over.y()),
                over.width() / seen.zoom(),
                over.height() / seen.zoom());
        return IntStream.range(0, topology().nodes().size())
                .anyMatch(i -> drawing().area(i).meets(behind));
    }

    /** Moves the drawing no further than needed to bring that node into sight. */
    public void reveal(String id) {
        int index = drawing().index(id);
        if (index >= 0) {
            viewport(viewport.revealing(drawing().area(index), width, height));
        }
    }

    /** Zooms to that, 1 for 100 %, about the middle of the view. */
    public void zoomTo(double zoom) {
        viewport(viewport.withZoomAt(width / 2, height / 2, zoom));
    }

    /** Zooms about the middle of the view. */
    public void zoom(double factor) {
        viewport(viewport.zoomedAt(width / 2, height / 2, factor));
    }

    public CanvasLook look() {
        return look;
    }

    public void look(CanvasLook next) {
        look = next;
        changed();
    }

    /** Whether it shows the whole drawing until someone pans or zooms. */
    public boolean showsWhole() {
        return viewport.equals(fitted);
    }

    /** Whether some of the drawing is out of sight. */
    public boolean isLargerThanView() {
        return drawing().bounds().filter(bounds -> !seen().contains(bounds)).isPresent();
    }

    /** The request whose dots are marked, or 0. */
    public long followed() {
        return followed;
    }

    public void follow(long request) {
        followed = request;
        changed();
    }

    /** The request whose stages are shown; null when there is none. */
    @Nullable
    public FollowedRequest following() {
        return following;
    }

    public void following(@Nullable FollowedRequest request) {
        if (!Objects.equals(request, following)) {
            following = request;
            changed();
        }
    }

    /**
     * Brings the request that is followed into sight, with the cards on which something is written.
     *
     * @param part of the way there, 0 to 1
     */
    public void keepInSight(double part) {
        FollowedRequest request = following;
        if (request != null && width > 0 && height > 0) {
            new Ways(drawing())
                    .sight(request)
                    .ifPresent(sight -> viewport(viewport.towards(viewport.readable(sight, width, height), part)));
        }
    }

    public double speed() {
        return speed;
    }

    public void speed(double simulatedSecondsPerSecond) {
        speed = simulatedSecondsPerSecond;
        changed();
    }
}
