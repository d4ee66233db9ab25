package roundhouse.workbench.help;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** What opens beside the thing it is about, and closes with Escape or a click elsewhere. */
public final class Pop {
    private static final double WIDTH = 340;
    /** Its arrow, its border and its shadow. */
    private static final double AROUND = 60;

    private Pop() {}

    /** Opens those lines below the owner, under a title. */
    public static PopOver below(Node owner, String title, Node... lines) {
        return open(owner, PopOver.ArrowLocation.TOP_CENTER, title, lines);
    }

    /** Opens those lines beside the owner, under a title: at the side, and upwards or downwards, where the window has room. */
    public static PopOver beside(Node owner, String title, Node... lines) {
        Bounds place = owner.localToScene(owner.getLayoutBounds());
        boolean right = place.getMinX() < WIDTH + AROUND;
        boolean up = place.getMinY() > owner.getScene().getHeight() / 2;
        return open(
                owner,
                right
                        ? up ? PopOver.ArrowLocation.LEFT_BOTTOM : PopOver.ArrowLocation.LEFT_TOP
                        : up ? PopOver.ArrowLocation.RIGHT_BOTTOM : PopOver.ArrowLocation.RIGHT_TOP,
                title,
                lines);
    }

    /** Opens those lines with the arrow at that place of the screen, under a title. */
    public static PopOver at(Node owner, Point2D screen, String title, Node... lines) {
        PopOver pop = filled(PopOver.ArrowLocation.LEFT_TOP, title, lines);
        pop.show(owner, screen.getX(), screen.getY());
        ground(pop, owner);
        return pop;
    }

    private static PopOver open(Node owner, PopOver.ArrowLocation arrow, String title, Node... lines) {
        PopOver pop = filled(arrow, title, lines);
        pop.show(owner);
        ground(pop, owner);
        return pop;
    }

    /** Where no window is transparent, what is beside the arrow is of the window's ground instead of white. */
    private static void ground(PopOver pop, Node owner) {
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)
                && owner.getScene().getRoot() instanceof Region root
                && root.getBackground() != null) {
            pop.getScene().setFill(root.getBackground().getFills().getLast().getFill());
        }
    }

    private static PopOver filled(PopOver.ArrowLocation arrow, String title, Node... lines) {
        Label heading = line(title);
        heading.getStyleClass().add("pop-title");
        VBox content = new VBox(heading);
        content.getChildren().addAll(lines);
        content.getStyleClass().add("pop-text");
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        return of(content, arrow);
    }

    /** One with that content, in the window's colours, that goes away with the next click and leaves that click to what it was for. */
    public static PopOver of(Node content, PopOver.ArrowLocation arrow) {
        PopOver pop = new PopOver(content);
        pop.setArrowLocation(arrow);
        pop.setDetachable(false);
        pop.setAnimated(false);
        pop.setConsumeAutoHidingEvents(false);
        pop.getStyleClass().add("themed");
        return pop;
    }

    /** A line of text, on as many lines as it needs. */
    public static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
