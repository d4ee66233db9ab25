package roundhouse.workbench.canvas.painting.groups;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** A group's servers under its card, a small mark each. Laid out by hand and used again, as the card is. */
public final class MemberStrip extends Region {
    /** So many have room. */
    private static final int MOST = 18;

    private static final double MARK = 7;
    private static final double GAP = 3;

    private final List<Region> regions = new ArrayList<>();
    private List<MemberMark> marks = List.of();

    public MemberStrip() {
        getStyleClass().setAll("members");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Shows these from now on. */
    public void show(List<MemberMark> next) {
        if (next.equals(marks)) {
            return;
        }
        marks = next;
        setVisible(!marks.isEmpty());
        int shown = Math.min(marks.size(), MOST);
        for (int i = 0; i < shown; i++) {
            mark(i, marks.get(i));
        }
        for (int i = regions.size() - 1; i >= shown; i--) {
            getChildren().remove(regions.remove(i));
        }
        resize(shown * (MARK + GAP), MARK);
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
        region.resizeRelocate(at * (MARK + GAP), 0, MARK, MARK);
    }
}
