package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands where nothing was compared yet: what can be, a button each. */
final class OfferList extends VBox {
    private static final String ABOUT = text("compare.about");
    private static final String NOTHING = text("compare.nothing-to-vary");

    private final Consumer<Offer> taken;
    private final Label about = new Label();
    private final GridPane list = new GridPane();
    /** Beside the offer that needs them. */
    private final HBox policies = new HBox();

    /** @param taken what to do with the one that a person takes */
    OfferList(Consumer<Offer> taken) {
        this.taken = taken;
        getStyleClass().add("several-empty");
        Label title = new Label(text("compare.what"));
        title.getStyleClass().add("compare-headline");
        about.setId("compare-alone");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().add("compare-alone");
        list.getStyleClass().add("several-offers");
        getChildren().addAll(title, about, list);
    }

    /** Where policies are chosen. */
    HBox policies() {
        return policies;
    }

    /** @param canVary whether anything of the design itself can be varied */
    void show(List<Offer> offers, boolean canVary) {
        about.setText(canVary ? ABOUT : NOTHING);
        list.getChildren().clear();
        for (int line = 0; line < offers.size(); line++) {
            add(offers.get(line), line);
        }
    }

    private void add(Offer offer, int line) {
        Button button = new Button(offer.title());
        button.setId("compare-" + offer.id());
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> taken.accept(offer));
        if (line == 0) {
            button.getStyleClass().add("accent");
        }
        Label says = new Label(offer.says());
        says.getStyleClass().add("muted");
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        list.addRow(line, button, says);
        if (offer.id().equals(Variation.EVICTION.key())) {
            list.add(policies, 2, line);
        }
    }

    /** Whether eviction policies can be compared: some are chosen. */
    void canEvict(boolean can) {
        for (Node node : list.getChildren()) {
            if (("compare-" + Variation.EVICTION.key()).equals(node.getId())) {
                node.setDisable(!can);
            }
        }
    }
}
