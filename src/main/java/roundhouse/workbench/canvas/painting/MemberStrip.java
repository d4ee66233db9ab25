package roundhouse.workbench.canvas.painting;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A group's servers under its card: a small mark each, or, when the stack is open, a line each. Laid out by hand, as the card is;
 * moves no other node, but lies over what is below.
 */
final class MemberStrip extends Region {
    /** So many have room as marks, and as lines. */
    private static final int MOST_MARKS = 18;

    private static final int MOST_LINES = 16;
    private static final double MARK = 7;
    private static final double GAP = 3;
    private static final double LINE = 18;
    private static final double INSET = 6;

    private List<MemberMark> marks = List.of();
    private boolean open;

    MemberStrip() {
        getStyleClass().add("members");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    boolean isOpen() {
        return open;
    }

    /** Shows these from now on. {@code width} is the card's. */
    void show(List<MemberMark> next, boolean opened, double width) {
        if (next.equals(marks) && opened == open) {
            return;
        }
        marks = next;
        open = opened;
        setVisible(!marks.isEmpty());
        getStyleClass().setAll("members", open ? "open" : "closed");
        getChildren().clear();
        if (open) {
            lines(width);
        } else {
            small();
        }
    }

    private void small() {
        for (int i = 0; i < Math.min(marks.size(), MOST_MARKS); i++) {
            add(marks.get(i), i * (MARK + GAP), 0);
        }
        resize(Math.min(marks.size(), MOST_MARKS) * (MARK + GAP), MARK);
    }

    private void lines(double width) {
        int shown = Math.min(marks.size(), MOST_LINES);
        for (int i = 0; i < shown; i++) {
            MemberMark mark = marks.get(i);
            double y = INSET + i * LINE;
            add(mark, INSET, y + (LINE - MARK) / 2);
            write(mark.id() + "  " + mark.figures(), y, width);
        }
        boolean more = shown < marks.size();
        if (more) {
            write((marks.size() - shown) + " more", INSET + shown * LINE, width);
        }
        resize(width, 2 * INSET + (shown + (more ? 1 : 0)) * LINE);
    }

    private void write(String text, double y, double width) {
        Label label = new Label(text);
        label.getStyleClass().add("member-line");
        label.setManaged(false);
        getChildren().add(label);
        label.resizeRelocate(2 * INSET + MARK, y, width - 3 * INSET - MARK, LINE);
    }

    private void add(MemberMark mark, double x, double y) {
        Region region = new Region();
        region.getStyleClass().addAll("member", mark.state());
        region.setManaged(false);
        region.setId("member-" + mark.id());
        getChildren().add(region);
        region.resizeRelocate(x, y, MARK, MARK);
    }
}
