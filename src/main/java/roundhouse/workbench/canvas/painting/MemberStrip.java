package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A group's servers under its card: a small mark each, or, when the stack is open, a line each. Laid out by hand and used again, as the
 * card is; moves no other node, but lies over what is below.
 */
final class MemberStrip extends Region {
    /** So many have room as marks, and as lines. */
    private static final int MOST_MARKS = 18;

    private static final int MOST_LINES = 16;
    private static final double MARK = 7;
    private static final double GAP = 3;
    private static final double LINE = 18;
    private static final double INSET = 6;

    private final List<Region> regions = new ArrayList<>();
    private final List<Label> lines = new ArrayList<>();
    private List<MemberMark> marks = List.of();
    private boolean open;

    MemberStrip() {
        getStyleClass().setAll("members", "closed");
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
        boolean turned = opened != open;
        marks = next;
        open = opened;
        setVisible(!marks.isEmpty());
        if (turned) {
            getStyleClass().setAll("members", open ? "open" : "closed");
        }
        int shown = Math.min(marks.size(), open ? MOST_LINES : MOST_MARKS);
        for (int i = 0; i < shown; i++) {
            mark(i, marks.get(i));
        }
        rest(regions, shown);
        int written = open ? shown : 0;
        for (int i = 0; i < written; i++) {
            write(i, marks.get(i).id() + "  " + marks.get(i).figures(), width);
        }
        if (open && shown < marks.size()) {
            write(written++, text("canvas.more", marks.size() - shown), width);
        }
        rest(lines, written);
        if (open) {
            resize(width, 2 * INSET + written * LINE);
        } else {
            resize(shown * (MARK + GAP), MARK);
        }
    }

    private void rest(List<? extends Node> nodes, int used) {
        for (int i = nodes.size() - 1; i >= used; i--) {
            getChildren().remove(nodes.remove(i));
        }
    }

    private void mark(int at, MemberMark mark) {
        if (at == regions.size()) {
            Region region = new Region();
            region.setManaged(false);
            regions.add(region);
            getChildren().add(region);
        }
        Region region = regions.get(at);
        List<String> styles = List.of("member", mark.state());
        if (!region.getStyleClass().equals(styles)) {
            region.getStyleClass().setAll(styles);
        }
        region.setId("member-" + mark.id());
        double x = open ? INSET : at * (MARK + GAP);
        double y = open ? INSET + at * LINE + (LINE - MARK) / 2 : 0;
        region.resizeRelocate(x, y, MARK, MARK);
    }

    private void write(int at, String text, double width) {
        if (at == lines.size()) {
            Label label = new Label();
            label.getStyleClass().add("member-line");
            label.setManaged(false);
            lines.add(label);
            getChildren().add(label);
        }
        Label label = lines.get(at);
        label.setText(text);
        label.resizeRelocate(2 * INSET + MARK, INSET + at * LINE, width - 3 * INSET - MARK, LINE);
    }
}
