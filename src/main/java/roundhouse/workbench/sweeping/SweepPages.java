package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.access.HasPanes;
import roundhouse.workbench.document.Document;

/** Many runs of the open design: every combination of some settings as a map, or the cheapest that meets goals. */
public final class SweepPages extends VBox implements HasPanes {
    private final ToggleButton every = new ToggleButton(text("sweeping.every"));
    private final ToggleButton cheapest = new ToggleButton(text("sweeping.cheapest-page"));

    /** @param opener opens a run: what it is called, and its design with its seed */
    public SweepPages(Document document, BackgroundWork background, BiConsumer<String, Topology> opener) {
        getStyleClass().add("compare-view");
        getStylesheets()
                .add(Objects.requireNonNull(SweepPages.class.getResource("/styles/compare.css"))
                        .toExternalForm());
        Node map = new SweepView(document, background, opener);
        Node size = new SizeView(
                new SizeModel(document, background.lane("size", text("sweeping.cheapest-job"))), document, opener);
        every.setId("sweep-every");
        cheapest.setId("sweep-cheapest");
        SegmentedButton pages = new SegmentedButton(every, cheapest);
        ToggleGroup group = new ToggleGroup();
        pages.setToggleGroup(group);
        // The button itself joins them only when it is first shown.
        group.getToggles().setAll(every, cheapest);
        HBox bar = new HBox(pages);
        bar.getStyleClass().add("compare-bar");
        group.selectedToggleProperty().addListener((_, before, shown) -> {
            if (shown == null) {
                group.selectToggle(before);
            } else {
                Node page = shown.equals(cheapest) ? size : map;
                VBox.setVgrow(page, Priority.ALWAYS);
                getChildren().setAll(bar, page);
            }
        });
        every.setSelected(true);
    }

    @Override
    public List<Node> panes() {
        return getChildren();
    }

    /** Shows the search for the cheapest design. */
    public void showCheapest() {
        cheapest.setSelected(true);
    }
}
