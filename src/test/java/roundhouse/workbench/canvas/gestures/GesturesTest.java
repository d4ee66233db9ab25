package roundhouse.workbench.canvas.gestures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.canvas.Topologies;
import roundhouse.workbench.canvas.gestures.Gesture.Pointer;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Snap;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.FaultActions;
import roundhouse.workbench.document.Selection.Item;

/** Every gesture is one undo entry when finished, and none when cancelled. */
class GesturesTest {
    private final Document document = new Document();
    private final CanvasModel model = new CanvasModel(document);
    private final Topology before = Topologies.twoServers();

    @BeforeEach
    void open() {
        document.open(before, null);
        model.resize(1000, 600);
    }

    private static Pointer at(double x, double y) {
        return new Pointer(x, y, x, y, false, false);
    }

    private static Pointer freeAt(double x, double y) {
        return new Pointer(x, y, x, y, true, false);
    }

    private static Pointer addingAt(double x, double y) {
        return new Pointer(x, y, x, y, false, true);
    }

    private void select(String... ids) {
        model.selection().set(Set.of(Arrays.stream(ids).map(Item.NodeItem::new).toArray(Item.NodeItem[]::new)));
    }

    @Test
    void movingSnapsAndTakesAllThatIsSelectedAlong() {
        select("s1", "s2");
        MoveGesture move = new MoveGesture(model, "s1", at(610, 10));
        move.drag(at(620, 20));
        move.drag(at(633, 26));
        assertThat(document.topology()).isEqualTo(before);
        assertThat(model.topology().layout()).containsEntry("s1", new Position(620, 20));
        move.finish(at(633, 26));
        assertThat(document.topology().layout())
                .containsEntry("s1", new Position(620, 20))
                .containsEntry("s2", new Position(620, 220))
                .containsEntry("lb-1", new Position(300, 100));
        assertThat(document.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.label()).isEqualTo("Move 2 nodes"));
        document.undo();
        assertThat(document.topology()).isEqualTo(before);
    }

    @Test
    void movingFreelyDoesNotSnap() {
        select("s1");
        MoveGesture move = new MoveGesture(model, "s1", at(610, 10));
        move.drag(freeAt(633, 26));
        move.finish(freeAt(633, 26));
        assertThat(document.topology().layout()).containsEntry("s1", new Position(623, 16));
    }

    @Test
    void aClickThatTremblesMovesNothing() {
        select("s1");
        MoveGesture move = new MoveGesture(model, "s1", freeAt(610, 10));
        move.drag(freeAt(611, 11));
        move.finish(freeAt(611, 11));
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void aCancelledMoveLeavesNothing() {
        select("s1");
        MoveGesture move = new MoveGesture(model, "s1", at(610, 10));
        move.drag(at(700, 300));
        move.cancel();
        assertThat(model.topology()).isEqualTo(before);
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void arrowKeysMoveInOneEntry() {
        select("s1");
        NudgeGesture nudge = new NudgeGesture(model);
        nudge.by(10, 0);
        nudge.by(10, 0);
        nudge.by(0, -10);
        nudge.finish();
        assertThat(document.topology().layout()).containsEntry("s1", new Position(620, -10));
        assertThat(document.changes()).hasSize(1);
    }

    @Test
    void linkingMakesOneLinkAndSelectsIt() {
        document.open(Deletion.ofLink(before, "clients", "lb-1"), null);
        LinkGesture link = new LinkGesture(model, "clients");
        link.drag(at(620, 20));
        assertThat(model.marks().rubber()).isNotNull();
        assertThat(model.marks().rubber().problem()).isNull();
        link.finish(at(620, 20));
        assertThat(document.topology().link("clients", "s1")).isPresent();
        assertThat(document.changes()).hasSize(1);
        assertThat(model.selection().items()).containsExactly(new Item.LinkItem("clients", "s1"));
        assertThat(model.marks().rubber()).isNull();
    }

    /** A server sends only what it is told to: a link that is drawn from one to another is a call. */
    @Test
    void aLinkFromAServerIsACall() {
        document.open(Deletion.ofLink(before, "lb-1", "s1"), null);
        LinkGesture link = new LinkGesture(model, "s2");
        link.drag(at(620, 20));
        assertThat(model.marks().rubber()).isNotNull();
        assertThat(model.marks().rubber().problem()).isNull();
        link.finish(at(620, 20));
        assertThat(document.topology().link("s2", "s1")).isPresent();
        assertThat(document.topology().node("s2").orElseThrow().called()).containsExactly("s1");
        assertThat(document.changes()).hasSize(1);
    }

    @Test
    void aLinkThatCannotBeSaysWhyAndIsNotMade() {
        LinkGesture twice = new LinkGesture(model, "lb-1");
        twice.drag(at(620, 20));
        assertThat(model.marks().rubber().problem()).isNotBlank();
        twice.finish(at(620, 20));
        LinkGesture self = new LinkGesture(model, "lb-1");
        self.drag(at(310, 110));
        assertThat(model.marks().rubber().problem()).isNotBlank();
        self.finish(at(310, 110));
        LinkGesture backwards = new LinkGesture(model, "s1");
        backwards.drag(at(10, 110));
        assertThat(model.marks().rubber().problem()).isNotBlank();
        backwards.finish(at(10, 110));
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void aLinkThatEndsNowhereIsNotMade() {
        LinkGesture link = new LinkGesture(model, "clients");
        link.drag(at(200, 500));
        assertThat(model.marks().rubber().problem()).isEmpty();
        link.finish(at(200, 500));
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void theMarqueeSelectsAndAddsWhenAsked() {
        MarqueeGesture marquee = new MarqueeGesture(model, at(590, -10));
        marquee.drag(at(700, 150));
        marquee.finish(at(700, 150));
        assertThat(model.selection().nodes()).containsExactly("s1");
        MarqueeGesture more = new MarqueeGesture(model, addingAt(590, 190));
        more.drag(addingAt(700, 210));
        more.finish(addingAt(700, 210));
        assertThat(model.selection().nodes()).containsExactlyInAnyOrder("s1", "s2");
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void aCancelledMarqueeGivesTheSelectionBack() {
        select("lb-1");
        MarqueeGesture marquee = new MarqueeGesture(model, at(590, -10));
        marquee.drag(at(700, 150));
        marquee.cancel();
        assertThat(model.selection().nodes()).containsExactly("lb-1");
        assertThat(model.marks().marquee()).isNull();
    }

    @Test
    void aClickOnNothingSelectsNothing() {
        select("lb-1");
        new MarqueeGesture(model, at(-90, -90)).finish(at(-90, -90));
        assertThat(model.selection().items()).isEmpty();
    }

    @Test
    void placingCentresTheCardOnThePointer() {
        PlaceGesture place = new PlaceGesture(model, PaletteKind.of(Server.KIND).orElseThrow());
        place.drag(at(500, 500));
        assertThat(model.marks().ghost()).isNotNull();
        place.finish(at(500, 500));
        assertThat(model.marks().ghost()).isNull();
        assertThat(document.topology().node("s3")).containsInstanceOf(Server.class);
        assertThat(document.topology().layout()).containsEntry("s3", Snap.toGrid(410, 454));
        assertThat(model.selection().nodes()).containsExactly("s3");
        assertThat(document.changes()).hasSize(1);
    }

    @Test
    void placingInTheMiddleTwiceCoversNobody() {
        new PlaceGesture(model, PaletteKind.of(Server.KIND).orElseThrow()).atFreePlace();
        new PlaceGesture(model, PaletteKind.of(Server.KIND).orElseThrow()).atFreePlace();
        assertThat(document.topology().layout().get("s3"))
                .isNotEqualTo(document.topology().layout().get("s4"));
    }

    @Test
    void panningMovesTheViewOnly() {
        PanGesture pan = new PanGesture(model, at(100, 100));
        pan.drag(at(150, 80));
        assertThat(model.viewport()).isEqualTo(new Viewport(-50, 20, 1));
        pan.cancel();
        assertThat(model.viewport()).isEqualTo(Viewport.START);
    }

    @Test
    void theWholeDrawingStaysInSightInASmallerWindowUntilSomeonePans() {
        model.zoomToFit();
        model.resize(500, 300);
        assertThat(model.isLargerThanView()).isFalse();

        Viewport panned = model.viewport().dragged(40, 0);
        model.viewport(panned);
        model.resize(1000, 600);
        assertThat(model.viewport()).isEqualTo(panned);
    }

    @Test
    void whatIsUndoneIsNoLongerSelected() {
        new PlaceGesture(model, PaletteKind.of(Server.KIND).orElseThrow()).finish(at(500, 500));
        document.undo();
        assertThat(model.selection().items()).isEmpty();
    }

    @Test
    void aCutAcrossLinksCutsThemInOneEntry() {
        List<Command> commands = new ArrayList<>();
        document.onAct(commands::add);
        Drawing drawing = model.drawing();
        double x = (drawing.x1(1) + drawing.x2(1)) / 2;
        CutGesture cut = new CutGesture(model, new FaultActions(document), freeAt(x, -500));
        cut.drag(freeAt(x, 900));
        assertThat(model.marks().rubber()).isNotNull();
        assertThat(commands).isEmpty();
        cut.finish(freeAt(x, 900));
        assertThat(model.marks().rubber()).isNull();
        assertThat(commands)
                .containsExactly(
                        new Command.Cut("lb-1", "s1", LinkDirection.BOTH),
                        new Command.Cut("lb-1", "s2", LinkDirection.BOTH));
        assertThat(document.changes()).extracting(Document.Change::label).containsExactly("Cut 2 links");
        document.undo();
        assertThat(commands).endsWith(new Command.Mend("lb-1", "s1"), new Command.Mend("lb-1", "s2"));
    }

    @Test
    void aCutBesideLinksAndACancelledOneDoNothing() {
        CutGesture beside = new CutGesture(model, new FaultActions(document), freeAt(-900, -500));
        beside.finish(freeAt(-900, 900));
        CutGesture cancelled = new CutGesture(model, new FaultActions(document), freeAt(500, -500));
        cancelled.drag(freeAt(500, 900));
        cancelled.cancel();
        assertThat(document.changes()).isEmpty();
        assertThat(model.marks().rubber()).isNull();
    }
}
