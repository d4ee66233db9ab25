package roundhouse.workbench.canvas.painting.groups;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import roundhouse.arranging.GroupFrame;
import roundhouse.topology.Position;

/** What is in the frame of a group that is opened: a card for each server, and the ways to them from where links reach the frame. */
public final class GroupBody extends Region {
    private static final double MORE_LEFT = 20;
    private static final double MORE_HEIGHT = 18;

    private final Pane ways = new Pane();
    private final List<MemberCard> cards = new ArrayList<>();
    private final Label more = new Label();
    private @Nullable GroupFrame frame;
    private List<Position> reached = List.of();

    private record Stretch(double x1, double y1, double x2, double y2) {}

    public GroupBody() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        ways.setManaged(false);
        more.setManaged(false);
        more.getStyleClass().add("member-more");
        getChildren().addAll(ways, more);
    }

    /** Nothing is opened. */
    public void hide() {
        setVisible(false);
    }

    /**
     * @param marks the servers, in the frame's order; none while the run knows nothing of them
     * @param ends where links reach the frame's edge
     */
    public void show(GroupFrame opened, List<MemberMark> marks, List<Position> ends) {
        setVisible(true);
        if (!opened.equals(frame) || !ends.equals(reached)) {
            frame = opened;
            reached = ends;
            resize(opened.width(), opened.height());
            lead(opened, ends);
        }
        for (int i = 0; i < opened.shown(); i++) {
            if (i == cards.size()) {
                MemberCard card = new MemberCard();
                cards.add(card);
                getChildren().add(card);
            }
            String id = opened.members().get(i);
            cards.get(i)
                    .show(marks.stream()
                            .filter(mark -> mark.id().equals(id))
                            .findFirst()
                            .orElseGet(() -> MemberMark.unknown(id)));
            Position corner = opened.corner(i);
            cards.get(i).relocate(corner.x() - opened.x(), corner.y() - opened.y());
        }
        for (int i = cards.size() - 1; i >= opened.shown(); i--) {
            getChildren().remove(cards.remove(i));
        }
        int left = opened.members().size() - opened.shown();
        more.setText(left == 0 ? "" : text("canvas.more", left));
        more.resizeRelocate(MORE_LEFT, opened.height() - MORE_HEIGHT - 6, opened.width() - 2 * MORE_LEFT, MORE_HEIGHT);
    }

    private void lead(GroupFrame opened, List<Position> ends) {
        Set<Stretch> stretches = new LinkedHashSet<>();
        for (Position end : ends) {
            for (int server = 0; server < opened.shown(); server++) {
                Position at = end;
                for (Position next : opened.way(server, end.x(), end.y())) {
                    stretches.add(new Stretch(
                            at.x() - opened.x(), at.y() - opened.y(), next.x() - opened.x(), next.y() - opened.y()));
                    at = next;
                }
            }
        }
        ways.getChildren()
                .setAll(stretches.stream()
                        .map(stretch -> {
                            Line line = new Line(stretch.x1(), stretch.y1(), stretch.x2(), stretch.y2());
                            line.getStyleClass().add("member-way");
                            line.setManaged(false);
                            return line;
                        })
                        .toList());
    }

    @Override
    protected void layoutChildren() {
        // All is where show put it.
    }
}
