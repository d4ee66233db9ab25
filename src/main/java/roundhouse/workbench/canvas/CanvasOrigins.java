package roundhouse.workbench.canvas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.inspector.figures.CardFigures;
import roundhouse.workbench.inspector.figures.LiveFigure;
import roundhouse.workbench.inspector.figures.SampleCounts;
import roundhouse.workbench.origins.OriginPop;

/** The figures on cards, at links and around stores, each to be asked where it comes from; with nothing selected those of the whole. */
final class CanvasOrigins {
    private final CanvasSurface surface;
    private final CanvasModel model;
    private @Nullable OriginPop asked;

    CanvasOrigins(CanvasSurface surface, CanvasModel model) {
        this.surface = surface;
        this.model = model;
    }

    void asks(OriginPop by) {
        asked = by;
    }

    /**
     * A line for each figure, with its value; none while the run knows nothing of what is selected, or several things are.
     *
     * @param at where on the screen the answer opens
     */
    List<MenuItem> items(Set<Item> selected, Point2D at) {
        OriginPop by = asked;
        if (by == null || selected.size() > 1) {
            return List.of();
        }
        Frame frame = model.live().frame();
        Optional<Item> item = selected.stream().findFirst();
        SampleCounts counts = item.map(one -> SampleCounts.of(frame, one)).orElseGet(() -> SampleCounts.ofAll(frame));
        return item.map(one -> CardFigures.of(frame, one)).orElseGet(() -> LiveFigure.ofAll(frame)).stream()
                .map(figure -> {
                    MenuItem line = new MenuItem(figure.label() + ":  " + figure.value());
                    line.setMnemonicParsing(false);
                    line.setOnAction(_ -> by.open(surface, at, figure.asked(item, counts)));
                    return line;
                })
                .toList();
    }
}
