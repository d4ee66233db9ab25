package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
    @Test
    void pointsGoThereAndBack() {
        Viewport viewport = new Viewport(-37, 12, 1.7);
        assertThat(viewport.toCanvasX(viewport.toViewX(123))).isCloseTo(123, within(1e-9));
        assertThat(viewport.toCanvasY(viewport.toViewY(-5))).isCloseTo(-5, within(1e-9));
    }

    @Test
    void zoomingKeepsThePointUnderThePointer() {
        Viewport before = new Viewport(100, 50, 0.8);
        Viewport after = before.zoomedAt(320, 240, 1.9);
        assertThat(after.zoom()).isCloseTo(1.52, within(1e-9));
        assertThat(after.toCanvasX(320)).isCloseTo(before.toCanvasX(320), within(1e-9));
        assertThat(after.toCanvasY(240)).isCloseTo(before.toCanvasY(240), within(1e-9));
    }

    @Test
    void zoomStaysWithinItsBounds() {
        assertThat(Viewport.START.zoomedAt(0, 0, 1e6).zoom()).isEqualTo(Viewport.MAX_ZOOM);
        assertThat(Viewport.START.zoomedAt(0, 0, 1e-6).zoom()).isEqualTo(Viewport.MIN_ZOOM);
    }

    @Test
    void fittingShowsTheWholeAreaInTheMiddle() {
        Area area = new Area(-500, 20, 4000, 900);
        Viewport viewport = Viewport.fitting(area, 1000, 600, 42, 42, 1);
        assertThat(viewport.seen(1000, 600).contains(area)).isTrue();
        assertThat(viewport.toViewX(area.centreX())).isCloseTo(500, within(1e-9));
        assertThat(viewport.toViewY(area.centreY())).isCloseTo(300, within(1e-9));
    }

    @Test
    void theNoteHasRoomForTwoLinesWhereTheViewIsNarrow() {
        assertThat(CanvasLook.USUAL.noteHeight(900)).isEqualTo(42);
        assertThat(CanvasLook.USUAL.noteHeight(576)).isEqualTo(58);
        assertThat(CanvasLook.USUAL.presenting(true).noteHeight(900)).isGreaterThan(42);
    }

    @Test
    void fittingKeepsClearOfWhatStandsAbove() {
        Area area = new Area(0, 100, 100, 900);
        Viewport viewport = Viewport.fitting(area, 1000, 600, 58, 26, 1);
        assertThat(viewport.toViewY(area.y())).isCloseTo(58, within(1e-9));
        assertThat(viewport.seen(1000, 600).contains(area)).isTrue();
    }

    @Test
    void fittingKeepsClearOfWhatStandsBelow() {
        Area area = new Area(0, 100, 1000, 300);
        Viewport viewport = Viewport.fitting(area, 1000, 600, 42, 250, 1);
        assertThat(viewport.toViewY(area.y())).isGreaterThanOrEqualTo(42);
        assertThat(viewport.toViewY(area.bottom())).isCloseTo(350, within(1e-9));
    }

    @Test
    void fittingDoesNotMagnify() {
        assertThat(Viewport.fitting(new Area(0, 0, 50, 50), 1000, 600, 42, 42, 1)
                        .zoom())
                .isEqualTo(1);
    }

    @Test
    void draggingMovesTheDrawingWithTheHand() {
        Viewport before = new Viewport(10, 10, 2);
        Viewport after = before.dragged(40, -20);
        assertThat(after.toViewX(100)).isCloseTo(before.toViewX(100) + 40, within(1e-9));
        assertThat(after.toViewY(100)).isCloseTo(before.toViewY(100) - 20, within(1e-9));
    }

    @Test
    void revealingMovesNoFurtherThanNeeded() {
        Viewport viewport = new Viewport(0, 0, 1);
        assertThat(viewport.revealing(new Area(100, 100, 160, 90), 800, 600)).isEqualTo(viewport);
        Viewport moved = viewport.revealing(new Area(900, 100, 160, 90), 800, 600);
        assertThat(moved).isEqualTo(new Viewport(900 + 160 + 24 - 800, 0, 1));
        Area huge = new Area(-50, 300, 5000, 90);
        assertThat(viewport.revealing(huge, 800, 600).x()).isEqualTo(-74);
    }
}
