package roundhouse.workbench.ring.cards;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A box of the side panel: a title, a line of what it shows, and room for more at the title's right. */
class Card extends VBox {
    private final Label subtitle = new Label();
    private final HBox head = new HBox();

    Card(String title) {
        getStyleClass().add("card");
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        heading.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getStyleClass().add("card-head");
        head.getChildren().addAll(heading, gap);
        subtitle.getStyleClass().add("muted");
        subtitle.setWrapText(true);
        getChildren().addAll(head, subtitle);
    }

    final void subtitle(String text) {
        subtitle.setText(text);
        subtitle.setManaged(!text.isEmpty());
    }

    /** They are whole: where the card is narrow the title gives way and has two lines. */
    final void atRight(Region... nodes) {
        for (Region node : nodes) {
            node.setMinWidth(Region.USE_PREF_SIZE);
        }
        head.getChildren().addAll(nodes);
    }
}
