package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.KeepsKeys;

/** One flag on the timeline: words over a mark. The mark stands at its time; the words may be moved up or hidden for want of room. */
final class FlagNode extends VBox implements KeepsKeys {
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");
    private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");

    private static final int MOST_DETAILS = 8;
    private static final String GO = " " + text("playback.flag-go");

    private final TimelineModel.Flag flag;
    private final Label words = new Label();

    FlagNode(TimelineModel.Flag flag) {
        this.flag = flag;
        Region mark = new Region();
        mark.getStyleClass().add("flag-mark");
        words.setText(flag.text().words());
        words.getStyleClass().add("flag-words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(words, mark);
        setAlignment(Pos.BOTTOM_CENTER);
        getStyleClass().addAll("flag", "flag-" + flag.text().kind().name().toLowerCase(Locale.ROOT));
        pseudoClassStateChanged(LIVE, !flag.movable());
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        // Where its words are hidden, clicks go to the flags beside it.
        setPickOnBounds(false);
        hoverProperty().subscribe(_ -> settle());
        focusedProperty().subscribe(_ -> settle());
        Tooltip.install(this, new Tooltip(explanation()));
        setAccessibleText(explanation());
    }

    @Override
    public boolean keeps(KeyEvent event) {
        return KeepsKeys.removes(event);
    }

    TimelineModel.Flag flag() {
        return flag;
    }

    /** Says where it would go if it were let go now. */
    void preview(long timeNanos) {
        words.setText(flag.text().words() + " " + FigureText.clock(timeNanos));
    }

    /** The words as they are; whole under the pointer and while it has the focus. */
    void settle() {
        boolean whole = (isHover() || isFocused()) && flag.details().size() == 1;
        words.setText(whole ? flag.details().getFirst() : flag.text().words());
    }

    /** Whether its time is still to come. */
    void setAhead(boolean ahead) {
        pseudoClassStateChanged(AHEAD, ahead);
    }

    /** Moves the words, but not the mark, to the right by so much, px: flags near the timeline's ends. */
    void shiftWords(double x) {
        words.setTranslateX(x);
    }

    /** Without room for its words, unless it has the pointer or the focus. */
    void setCrowded(boolean crowded) {
        pseudoClassStateChanged(CROWDED, crowded);
    }

    private String explanation() {
        String what = flag.text().words() + " at " + FigureText.clock(flag.timeNanos());
        if (!flag.details().isEmpty()) {
            List<String> shown = flag.details()
                    .subList(0, Math.min(MOST_DETAILS, flag.details().size()));
            int more = flag.details().size() - shown.size();
            return String.join("\n", shown) + (more == 0 ? "" : "\n" + text("playback.and-so-many-more", more)) + GO;
        }
        return !flag.movable()
                ? text("playback.given-while-the-run-was", what, GO)
                : text("playback.drag-or-use-the-arrow", what, GO);
    }
}
