package roundhouse.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;
import roundhouse.lessons.steps.LessonControl;

/** The buttons of the top bar that switch between the views of a document, and the start page, which any of them leads away from. */
public final class ViewSwitch {
    /** No button of the bar. */
    private final ToggleButton start = new ToggleButton();

    @FXML
    private SegmentedButton views;

    @FXML
    private ToggleButton design;

    @FXML
    private ToggleButton ring;

    @FXML
    private ToggleButton compare;

    @FXML
    private ToggleButton sweep;

    /** @param show is given the view that is switched to; the first is on already */
    void fill(Node designNode, Node ringNode, Node compareNode, Node sweepNode, Consumer<Node> show) {
        ToggleGroup group = new ToggleGroup();
        views.setToggleGroup(group);
        start.setToggleGroup(group);
        design.setUserData(designNode);
        ring.setUserData(ringNode);
        compare.setUserData(compareNode);
        sweep.setUserData(sweepNode);
        group.selectedToggleProperty().addListener((_, before, shown) -> {
            if (shown == null) {
                group.selectToggle(before);
            } else {
                show.accept((Node) shown.getUserData());
            }
        });
    }

    /** The listener is told when the start page is left. */
    void start(Node page, Runnable left) {
        start.setUserData(page);
        start.selectedProperty().subscribe(shown -> {
            if (!shown) {
                left.run();
            }
        });
    }

    void showStart() {
        start.setSelected(true);
    }

    /** Shows the canvas if the start page is shown. */
    void leaveStart() {
        if (start.isSelected()) {
            showDesign();
        }
    }

    void showDesign() {
        design.setSelected(true);
    }

    void showRing() {
        ring.setSelected(true);
    }

    void showCompare() {
        compare.setSelected(true);
    }

    void showSweep() {
        sweep.setSelected(true);
    }

    /** Whether the canvas is shown. */
    ReadOnlyBooleanProperty showsDesign() {
        return design.selectedProperty();
    }

    /** The button that a narrow window does without first. */
    Node last() {
        return sweep;
    }

    /** Leaves out the views that are not among these. */
    void offer(Set<LessonControl> there) {
        List<ToggleButton> buttons = new ArrayList<>(List.of(design));
        if (there.contains(LessonControl.RING)) {
            buttons.add(ring);
        }
        if (there.contains(LessonControl.COMPARE)) {
            buttons.add(compare);
        }
        if (there.contains(LessonControl.SWEEP)) {
            buttons.add(sweep);
        }
        views.getButtons().setAll(buttons);
        views.setVisible(buttons.size() > 1);
    }

    /** The button of a view; only the ring, Compare and Sweep are parts that a lesson points at. */
    Node button(LessonControl control) {
        return switch (control) {
            case RING -> ring;
            case COMPARE -> compare;
            case SWEEP -> sweep;
            default -> throw new IllegalArgumentException(control + " is no view");
        };
    }
}
