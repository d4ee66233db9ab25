package roundhouse.workbench.ring.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.rings.Ring;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.ring.model.Angle;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.TokenMove;
import roundhouse.workbench.texts.Texts;

/**
 * The lens under the ring: a stretch of it, enlarged and laid out straight, so that tokens that lie close together can be told apart and
 * taken hold of. Dragging beside a token moves the stretch; the wheel makes it wider or narrower.
 */
public final class RingLens extends Region {
    private static final double HEIGHT = 104;
    /** How far from a token's middle it can be taken hold of, pixels. */
    private static final double REACH = 12;
    /** Names of more tokens would run into each other. */
    private static final double NAME_ROOM = 54;

    private final RingModel model;
    private final RingCanvas ring;
    private final Lens lens;
    private final LensPainter painter;
    private final PixelView view = new PixelView();
    private final Label caption = new Label();
    private final List<Label> names = new ArrayList<>();
    private @Nullable TokenMove move;
    private double pressedAt;
    private double centreAt;

    public RingLens(RingModel model, RingCanvas ring) {
        this.model = model;
        this.ring = ring;
        lens = ring.lens();
        painter = new LensPainter(model, ring.painter(), lens);
        getStyleClass().add("ring-lens");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setCursor(Cursor.OPEN_HAND);
        caption.getStyleClass().add("lens-caption");
        getChildren().addAll(view, caption);
        lens.onChange(this::requestLayout);
        model.onChange(this::requestLayout);
        ring.onLook(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        addEventHandler(ScrollEvent.SCROLL, event -> {
            lens.zoom(Math.pow(2, -event.getDeltaY() / 100), event.getX() / getWidth());
            event.consume();
        });
    }

    private void press(MouseEvent event) {
        ring.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Ring.Token token = tokenAt(event.getX(), event.getY());
        pressedAt = event.getX();
        centreAt = lens.centre();
        if (token != null) {
            ring.choose(token);
            move = TokenMove.begin(model, token, event.isShiftDown());
        }
        event.consume();
    }

    private Ring.@Nullable Token tokenAt(double x, double y) {
        Ring.Tokens tokens = ring.painter().tokens();
        if (tokens.size() == 0 || Math.abs(y - painter.track()) > 2 * REACH) {
            return null;
        }
        int first = painter.firstSeen();
        int nearest = -1;
        double least = REACH;
        for (int i = 0; i < painter.seen(); i++) {
            int index = (first + i) % tokens.size();
            double off = Math.abs(lens.across(Angle.turn(tokens.positions()[index])) * getWidth() - x);
            if (off <= least) {
                least = off;
                nearest = index;
            }
        }
        return nearest < 0 ? null : ring.tokenOf(nearest);
    }

    private void drag(MouseEvent event) {
        double turn = (event.getX() - pressedAt) / getWidth() * lens.width();
        TokenMove held = move;
        if (held == null) {
            lens.centre(centreAt - turn);
        } else {
            held.by(Angle.offset(turn));
        }
        event.consume();
    }

    private void release() {
        if (move != null) {
            move = null;
            model.commit();
        }
    }

    @Override
    protected void layoutChildren() {
        double scale = ring.outputScale();
        int width = Math.max(1, (int) Math.ceil(getWidth() * scale));
        int height = Math.max(1, (int) Math.ceil(getHeight() * scale));
        Pixels pixels = painter.resize(width, height, scale);
        painter.paint(ring.chosenIndex());
        view.show(pixels, scale);
        caption.setText(text());
        setAccessibleText(caption.getText());
        caption.autosize();
        caption.relocate(8, 3);
        names();
    }

    private String text() {
        double from = lens.turnAt(0);
        double to = lens.turnAt(1);
        int seen = painter.seen();
        return Texts.text(
                "ring.lens-shows",
                Angle.text(Angle.position(from)),
                Angle.text(Angle.position(to)),
                FigureText.count(Math.round(1 / lens.width())),
                FigureText.count(seen),
                seen);
    }

    /** Under each token its name, where there is room for it. */
    private void names() {
        int seen = painter.seen();
        int shown = seen * NAME_ROOM <= getWidth() ? seen : 0;
        while (names.size() < shown) {
            Label name = new Label();
            name.getStyleClass().add("lens-name");
            name.setMouseTransparent(true);
            names.add(name);
            getChildren().add(name);
        }
        Ring.Tokens tokens = ring.painter().tokens();
        int first = painter.firstSeen();
        double right = 0;
        for (int i = 0; i < names.size(); i++) {
            Label name = names.get(i);
            name.setVisible(false);
            if (i < shown) {
                int index = (first + i) % tokens.size();
                Ring.Token token = ring.tokenOf(index);
                String server =
                        model.state().targets().get(tokens.owners()[index]).name();
                name.setText(token == null ? server : server + "·" + token.number());
                name.autosize();
                double x = lens.across(Angle.turn(tokens.positions()[index])) * getWidth() - name.getWidth() / 2;
                name.setVisible(x > right && x + name.getWidth() < getWidth());
                name.relocate(snapPositionX(x), snapPositionY(getHeight() - name.getHeight() - 2));
                right = name.isVisible() ? x + name.getWidth() + 2 : right;
            }
        }
    }
}
