package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.NewNode;

/** A hint lies over a corner of the view. */
class CoveredViewTest {
    private static final Area HINT = new Area(12, 300, 480, 138);

    private final Document document = new Document();
    private final CanvasModel model = new CanvasModel(document);

    CoveredViewTest() {
        Topology three = Topology.EMPTY;
        for (int i = 0; i < 3; i++) {
            three = three.with(NewNode.server(three)).at("s" + (i + 1), new Position(560, 120 * i));
        }
        document.open(three, null);
        model.resize(577, 450);
        model.zoomToFit();
    }

    private double lowest() {
        return model.viewport().toViewY(model.drawing().area(2).bottom());
    }

    @Test
    void noCardIsBehindIt() {
        Viewport middle = model.viewport();
        assertThat(lowest()).isGreaterThan(HINT.y());
        model.cover(HINT);
        assertThat(lowest()).isLessThan(HINT.y() + 0.5);
        model.cover(null);
        assertThat(model.viewport()).isEqualTo(middle);
    }

    @Test
    void whereItCoversNoCardNothingMoves() {
        Viewport middle = model.viewport();
        model.cover(new Area(12, 300, 60, 138));
        assertThat(model.viewport()).isEqualTo(middle);
    }

    @Test
    void whoLooksElsewhereGoesOnDoingSo() {
        Viewport elsewhere = model.viewport().dragged(10, 20);
        model.viewport(elsewhere);
        model.cover(HINT);
        assertThat(model.viewport()).isEqualTo(elsewhere);
    }
}
