package roundhouse.workbench.canvas.drawn;

import static roundhouse.workbench.texts.Texts.text;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import roundhouse.topology.annotations.Annotation;
import roundhouse.workbench.KeepsKeys;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;

/**
 * One note or frame. Dragged it moves, a frame with all that stands in it; by its corner it is sized. With the focus on it: arrows move
 * it, with Shift they size it, Enter or F2 write it, Delete removes it, a frame is collapsed by Space.
 */
final class DrawnBox extends Pane implements KeepsKeys {
    private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");
    private static final double TITLE_HEIGHT = 28;
    private static final double HANDLE = 14;
    private static final double STEP = 10;

    private final CanvasModel model;
    private final String id;
    private final Region face = new Region();
    private final Label text = new Label();
    private final Label within = new Label();
    private final Region handle = new Region();
    private final Button fold = new Button();
    private final FontIcon foldIcon = new FontIcon("fth-chevron-down");
    private final TextArea field = new TextArea();
    private Annotation shown;
    private @Nullable DrawnDrag drag;

    DrawnBox(CanvasModel model, String id) {
        this.model = model;
        this.id = id;
        shown = new Annotation(id, Annotation.Kind.NOTE, "", 0, 0, Annotation.LEAST, Annotation.LEAST, false);
        setId("drawn-" + id);
        setManaged(false);
        setPickOnBounds(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        face.getStyleClass().add("drawn-face");
        text.getStyleClass().add("drawn-text");
        text.setWrapText(true);
        within.getStyleClass().add("drawn-within");
        within.setMouseTransparent(true);
        handle.getStyleClass().add("drawn-handle");
        handle.setCursor(Cursor.SE_RESIZE);
        fold.setId("fold-" + id);
        fold.getStyleClass().add("drawn-fold");
        fold.setGraphic(foldIcon);
        fold.setOnAction(_ -> fold());
        field.setVisible(false);
        field.setWrapText(true);
        field.getStyleClass().add("drawn-field");
        getChildren().addAll(face, within, text, handle, fold, field);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                written(true);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::inField);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        dragged(face, false);
        dragged(text, false);
        dragged(handle, true);
    }

    private void dragged(Region part, boolean sizes) {
        part.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> begin(event, sizes));
        part.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        part.addEventHandler(MouseEvent.MOUSE_RELEASED, this::end);
        part.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /** Takes its place, its size and its words. */
    void show(Annotation annotation) {
        shown = annotation;
        boolean frame = annotation.isFrame();
        boolean card = frame && annotation.collapsed();
        getStyleClass().setAll(frame ? "drawn-frame" : "drawn-note");
        pseudoClassStateChanged(COLLAPSED, card);
        double width = card ? Drawing.CARD_WIDTH : annotation.width();
        double height = card ? Drawing.CARD_HEIGHT : annotation.height();
        resizeRelocate(annotation.x(), annotation.y(), width, height);
        // What is within a frame is the canvas as elsewhere.
        face.setMouseTransparent(frame && !card);
        face.resizeRelocate(0, 0, width, height);
        text.setText(annotation.text());
        text.setAlignment(frame ? Pos.CENTER_LEFT : Pos.TOP_LEFT);
        text.resizeRelocate(
                frame ? TITLE_HEIGHT : 0, 0, frame ? width - TITLE_HEIGHT : width, frame ? TITLE_HEIGHT : height);
        fold.setVisible(frame);
        fold.resizeRelocate(2, 2, TITLE_HEIGHT - 4, TITLE_HEIGHT - 4);
        foldIcon.setIconLiteral(card ? "fth-chevron-right" : "fth-chevron-down");
        String does = card ? text("canvas.expand") : text("canvas.collapse");
        fold.setAccessibleText(does + " " + annotation.text());
        if (fold.getTooltip() == null) {
            fold.setTooltip(new Tooltip());
        }
        fold.getTooltip().setText(text("canvas.space-all-frames-alt-f", does));
        within.setVisible(card);
        within.setText(card ? FrameFigures.of(model, annotation) : "");
        within.resizeRelocate(0, TITLE_HEIGHT, width, height - TITLE_HEIGHT);
        handle.setVisible(!card);
        handle.resizeRelocate(width - HANDLE, height - HANDLE, HANDLE, HANDLE);
        field.resizeRelocate(0, 0, width, frame ? TITLE_HEIGHT + 10 : Math.max(height, 60));
        setAccessibleText(text(frame ? "canvas.frame-named" : "canvas.note-named", annotation.text())
                + (card ? ", " + text("canvas.collapsed") + ", " + within.getText() : ""));
    }

    @Override
    protected void layoutChildren() {
        // All is where show put it.
    }

    @Override
    public boolean keeps(KeyEvent event) {
        return !event.isShortcutDown()
                && !event.isAltDown()
                && switch (event.getCode()) {
                    case DELETE, BACK_SPACE, F2, ENTER, LEFT, RIGHT, UP, DOWN -> true;
                    case SPACE -> shown.isFrame();
                    default -> false;
                };
    }

    private void pressed(KeyEvent event) {
        if (!isFocused() || !keeps(event)) {
            return;
        }
        double dx = event.getCode() == KeyCode.LEFT ? -STEP : event.getCode() == KeyCode.RIGHT ? STEP : 0;
        double dy = event.getCode() == KeyCode.UP ? -STEP : event.getCode() == KeyCode.DOWN ? STEP : 0;
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> {
                getParent().getParent().requestFocus();
                model.document()
                        .edit(
                                text("canvas.delete", name()),
                                model.document().topology().withoutAnnotation(id));
            }
            case F2, ENTER -> write();
            case SPACE -> fold();
            default -> {
                DrawnDrag by = new DrawnDrag(model, shown, event.isShiftDown());
                by.finish(dx, dy);
            }
        }
        event.consume();
    }

    private String name() {
        return shown.isFrame() ? "frame" : "note";
    }

    private void fold() {
        boolean folds = !shown.collapsed();
        model.document()
                .edit(
                        text(folds ? "canvas.collapse-frame" : "canvas.expand-frame", shown.text()),
                        model.document().topology().with(shown.with(Annotation.COLLAPSED, folds)));
        requestFocus();
    }

    private void begin(MouseEvent event, boolean sizes) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            Point2D at = canvasPoint(event);
            drag = new DrawnDrag(model, shown, sizes).from(at.getX(), at.getY());
            event.consume();
        }
    }

    private Point2D canvasPoint(MouseEvent event) {
        return getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
    }

    private void drag(MouseEvent event) {
        if (drag != null) {
            Point2D at = canvasPoint(event);
            drag.to(at.getX(), at.getY());
            event.consume();
        }
    }

    private void end(MouseEvent event) {
        if (drag != null) {
            drag.end();
            drag = null;
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            write();
        }
        event.consume();
    }

    /** Opens it for writing. */
    void write() {
        field.setText(shown.text());
        field.setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    private void inField(KeyEvent event) {
        boolean done = event.getCode() == KeyCode.ENTER && (shown.isFrame() || event.isShortcutDown());
        if (event.getCode() == KeyCode.ESCAPE || done) {
            written(done);
            requestFocus();
            event.consume();
        }
    }

    private void written(boolean keep) {
        if (field.isVisible()) {
            field.setVisible(false);
            String said = field.getText();
            if (keep && !said.equals(shown.text())) {
                model.document()
                        .edit(
                                text("canvas.write", name()),
                                model.document().topology().with(shown.saying(said)));
            }
        }
    }
}
