package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import roundhouse.arranging.GroupFrame;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.faults.NodeState;
import roundhouse.topology.Position;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.painting.groups.GroupBody;
import roundhouse.workbench.canvas.painting.groups.MemberMark;
import roundhouse.workbench.canvas.painting.groups.MemberStrip;

/**
 * A node's card. Of a fixed size and laid out by hand, so that new figures never lay out anything else; used again for another
 * node when its own goes out of sight.
 */
public final class NodeCard extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("pointed");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final PseudoClass STORM = PseudoClass.getPseudoClass("storm");
    private static final PseudoClass STANDBY = PseudoClass.getPseudoClass("standby");
    private static final PseudoClass OF_RUN = PseudoClass.getPseudoClass("of-run");
    private static final PseudoClass EXCESS = PseudoClass.getPseudoClass("excess");
    private static final PseudoClass SLOW = PseudoClass.getPseudoClass("slow");
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private static final double LEFT = 16;
    private static final double INNER = Drawing.CARD_WIDTH - LEFT - 12;
    private static final double PORT = 11;
    /** Between the parts of a line. */
    private static final String PART = " · ";

    private static final double FOLD = 20;

    private final Region bar = part("bar");
    private final Label title = label("title");
    private final Label status = label("status");
    private final Region mark = part("mark");
    private final Label subtitle = label("subtitle");
    private final Region track = part("track");
    private final Region fill = part("fill");
    private final Label first = label("figure");
    private final Label second = label("figure");
    private final Region port = part("port");
    private final Label fold = new Label();
    private final FontIcon foldIcon = new FontIcon("fth-chevron-right");
    private final MemberStrip members = new MemberStrip();
    private final GroupBody body = new GroupBody();
    private List<MemberMark> servers = List.of();
    private boolean folds;
    private boolean opened;
    private @Nullable Node node;
    private @Nullable CardText text;
    private boolean ofRun;
    private int order = -2;

    NodeCard() {
        getStyleClass().add("node-card");
        setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        // Most cards look the same from one picture to the next, and in software their rounded boxes and texts are
        // dear.
        setCache(true);
        second.getStyleClass().add("second");
        // A group's name ends with how many there are.
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        getChildren().addAll(body, bar, title, mark, status, subtitle, track, fill, first, second, port, members, fold);
        fold.getStyleClass().add("group-fold");
        fold.setManaged(false);
        fold.setVisible(false);
        fold.setGraphic(foldIcon);
        fold.setTooltip(new Tooltip());
        Tooltip tooltip = new Tooltip();
        tooltip.setOnShowing(_ -> tooltip.setText(spoken().replaceFirst(", ", "\n")));
        Tooltip.install(this, tooltip);
        resize(Drawing.CARD_WIDTH, Drawing.CARD_HEIGHT);
    }

    private static Region part(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        region.setMouseTransparent(true);
        return region;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setManaged(false);
        label.setMouseTransparent(true);
        return label;
    }

    /**
     * Stands for that node from now on.
     *
     * @param added whether the run has added it, and the document does not have it
     */
    public void show(Node shown, int serverOrder, boolean added) {
        if (shown.equals(node) && serverOrder == order && added == ofRun) {
            return;
        }
        node = shown;
        ofRun = added;
        folds = shown instanceof ServerGroup;
        fold.setVisible(folds);
        fold.setId("fold-" + shown.id());
        title(shown);
        pseudoClassStateChanged(OF_RUN, added);
        setId("node-" + shown.id());
        String kind = shown.kind();
        boolean repeated = serverOrder >= 0 && ServerColours.repeat(serverOrder) % 2 == 1;
        List<String> styles = repeated ? List.of("node-card", kind, "repeated") : List.of("node-card", kind);
        if (!styles.equals(getStyleClass())) {
            getStyleClass().setAll(styles);
        }
        setAccessibleRoleDescription(kind.replace('-', ' '));
        if (serverOrder != order) {
            order = serverOrder;
            setStyle(serverOrder < 0 ? null : "-rh-own: " + ServerColours.style(serverOrder));
        }
    }

    /** Stands for nothing, out of sight. */
    public void release() {
        node = null;
        setId(null);
        setVisible(false);
    }

    public void mark(boolean selected, boolean hovered) {
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(HOVERED, hovered);
    }

    /** The newest figures. */
    public void figures(CardText next) {
        if (next.equals(text)) {
            return;
        }
        boolean layout = text == null
                || !Objects.equals(next.status(), text.status())
                || !Objects.equals(next.title(), text.title())
                || next.busy() != text.busy();
        text = next;
        title.setText(next.title());
        status.setText(next.status());
        fitSubtitle();
        first.setText(next.first());
        second.setText(next.second());
        pseudoClassStateChanged(DOWN, next.condition() == NodeState.DOWN);
        pseudoClassStateChanged(PAUSED, next.condition() == NodeState.PAUSED);
        pseudoClassStateChanged(FAULTY, next.condition() == NodeState.FAULTY);
        pseudoClassStateChanged(STORM, next.alarm());
        pseudoClassStateChanged(EXCESS, next.excess());
        pseudoClassStateChanged(STANDBY, next.role() == PairRole.STANDBY);
        pseudoClassStateChanged(SLOW, next.condition() == NodeState.SLOW);
        track.setVisible(next.busy() >= 0);
        fill.setVisible(next.busy() > 0);
        if (layout) {
            requestLayout();
        }
    }

    /** The parts of what stands below the title that there is room for, each of them whole; all are told where the card is pointed at. */
    private void fitSubtitle() {
        String words = text == null ? "" : text.subtitle();
        while (words.contains(PART) && TextWidths.width(subtitle.getFont(), words) > subtitle.getWidth()) {
            words = words.substring(0, words.lastIndexOf(PART));
        }
        subtitle.setText(words);
    }

    /** What is asked for by a click on the sign at the name of a group: that it stands as a frame, or as one card. */
    void onFold(Runnable turn) {
        fold.setOnMousePressed(MouseEvent::consume);
        fold.setOnMouseClicked(event -> {
            event.consume();
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                turn.run();
            }
        });
    }

    /**
     * The servers that it stands for: cards of their own in a frame, or marks below.
     *
     * @param frame null while it stands as one card
     * @param ends where links reach the frame
     */
    void members(List<MemberMark> marks, @Nullable GroupFrame frame, List<Position> ends) {
        servers = frame == null ? List.of() : marks;
        if (frame == null) {
            body.hide();
            members.show(marks);
            members.relocate(LEFT, Drawing.CARD_HEIGHT + 3);
            resize(Drawing.CARD_WIDTH, Drawing.CARD_HEIGHT);
        } else {
            members.show(List.of());
            body.show(frame, marks, ends);
            resize(frame.width(), frame.height());
        }
        if (opened != (frame != null)) {
            opened = frame != null;
            pseudoClassStateChanged(OPENED, opened);
            foldIcon.setIconLiteral(opened ? "fth-chevron-down" : "fth-chevron-right");
            if (node != null) {
                title(node);
            }
            requestLayout();
        }
    }

    private void title(Node shown) {
        String does = text(opened ? "canvas.collapse-group" : "canvas.open-group", shown.title());
        fold.getTooltip().setText(text("canvas.enter-all-frames-alt-f", does));
    }

    private String spoken() {
        return text == null
                ? ""
                : text.spoken()
                        + (ofRun ? text("canvas.added-by-the-run-and") : "")
                        + (folds ? ", " + text(opened ? "canvas.opened" : "canvas.collapsed") : "")
                        + servers.stream().map(server -> "; " + server.spoken()).collect(Collectors.joining());
    }

    /** The card in words. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && text != null
                ? spoken()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        double width = Drawing.CARD_WIDTH;
        bar.resizeRelocate(0, 0, 5, getHeight());
        double left = folds ? LEFT + FOLD - 4 : LEFT;
        fold.resizeRelocate(LEFT - 6, 8, FOLD, FOLD);
        double statusWidth = status.getText().isEmpty() ? 0 : Math.ceil(status.prefWidth(-1));
        double markX = width - 12 - statusWidth - (statusWidth > 0 ? 14 : 10);
        // The title comes first: a status that it has no room beside stands a line lower, where there is less to lose.
        boolean lower = statusWidth > 0 && Math.ceil(title.prefWidth(-1)) > markX - left - 6;
        status.resizeRelocate(width - 12 - statusWidth, lower ? 27 : 10, statusWidth, 18);
        markX = lower ? width - 22 : markX;
        mark.resizeRelocate(markX, 14, 10, 10);
        title.resizeRelocate(left, 8, markX - left - 6, 20);
        subtitle.resizeRelocate(LEFT, 28, lower ? INNER - statusWidth - 6 : INNER, 16);
        fitSubtitle();
        track.resizeRelocate(LEFT, 50, INNER, 5);
        double busy = text == null ? 0 : Math.clamp(text.busy(), 0.0, 1.0);
        fill.resizeRelocate(LEFT, 50, INNER * busy, 5);
        first.resizeRelocate(LEFT, 58, INNER, 16);
        second.resizeRelocate(LEFT, 72, INNER, 16);
        port.resizeRelocate(getWidth() - PORT / 2, getHeight() / 2 - PORT / 2, PORT, PORT);
    }
}
