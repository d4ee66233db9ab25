package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import roundhouse.simulation.observing.Frame;

/** Asking about requests: the list of those that ended, or the one that is asked about. */
public final class RequestsView extends StackPane {
    private final RequestModel model;
    private final RequestList list;
    private final RequestDetail detail;

    /** @param titles what the nodes of those ids are called */
    public RequestsView(RequestModel model, UnaryOperator<String> titles) {
        this.model = model;
        list = new RequestList(model::ask, titles);
        detail = new RequestDetail(model, titles);
        getStylesheets()
                .add(Objects.requireNonNull(RequestsView.class.getResource("/styles/why.css"))
                        .toExternalForm());
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(text("why.requests"));
        model.numberProperty().subscribe(number -> show(number.longValue() != 0));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.numberProperty().get() != 0) {
                model.close();
                event.consume();
            }
        });
    }

    private void show(boolean one) {
        boolean focused = getScene() != null
                && getScene().getFocusOwner() != null
                && isWithin(getScene().getFocusOwner());
        getChildren().setAll(one ? detail : list);
        if (!one) {
            list.goOn();
        }
        if (focused) {
            // What was just put there has no parts to focus before its style is applied.
            applyCss();
            focus();
        }
    }

    private boolean isWithin(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(this)) {
                return true;
            }
        }
        return false;
    }

    /** To where the keys go on. */
    public void focus() {
        if (model.numberProperty().get() == 0) {
            list.focus();
        } else {
            detail.focus();
        }
    }

    /** Shows the requests up to this instant; the frame can be reused when this returns. */
    public void show(Frame frame) {
        list.show(frame);
    }
}
