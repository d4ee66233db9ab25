package roundhouse.workbench.canvas.painting.groups;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import roundhouse.arranging.GroupFrame;

/** One of the servers in a group's frame: what it is called, how it stands, and what it does. Laid out by hand, as a node's card is. */
final class MemberCard extends Region {
    private static final double LEFT = 10;
    private static final double MARK = 7;
    private static final double INNER = GroupFrame.WIDTH - 2 * LEFT;

    private final Label title = label("member-title");
    private final Region mark = part("member");
    private final Region track = part("track");
    private final Region fill = part("fill");
    private final Label figures = label("member-figures");
    private final Label waiting = label("member-waiting");

    MemberCard() {
        getStyleClass().add("member-card");
        setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(title, mark, track, fill, figures, waiting);
        resize(GroupFrame.WIDTH, GroupFrame.HEIGHT);
    }

    private static Region part(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setManaged(false);
        return label;
    }

    void show(MemberMark server) {
        setId("server-" + server.id());
        setAccessibleText(server.spoken());
        mark.setId("member-" + server.id());
        List<String> styles = List.of("member", server.state());
        if (!mark.getStyleClass().equals(styles)) {
            mark.getStyleClass().setAll(styles);
        }
        title.setText(server.title());
        figures.setText(server.figures());
        waiting.setText(server.waiting());
        double busy = Math.clamp(server.busy(), 0.0, 1.0);
        fill.setVisible(busy > 0);
        title.resizeRelocate(LEFT, 4, INNER - MARK - 6, 17);
        mark.resizeRelocate(GroupFrame.WIDTH - LEFT - MARK, 9, MARK, MARK);
        track.resizeRelocate(LEFT, 22, INNER, 4);
        fill.resizeRelocate(LEFT, 22, INNER * busy, 4);
        figures.resizeRelocate(LEFT, 27, INNER, 14);
        waiting.resizeRelocate(LEFT, 40, INNER, 14);
    }

    @Override
    protected void layoutChildren() {
        // All is where show put it.
    }
}
