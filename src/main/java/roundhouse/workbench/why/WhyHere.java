package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.LimitAnswer;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.help.Pop;

/** Why a dot that was clicked on goes where it goes, beside the dot: the last pick made for it, or what the last cache answered it. The side has the whole request. */
public final class WhyHere {
    private static final double WIDTH = 340;

    private final Node canvas;
    private final RequestModel model;
    private Point2D clicked = Point2D.ZERO;
    private boolean asked;
    private @Nullable PopOver shown;

    private WhyHere(Node canvas, RequestModel model) {
        this.canvas = canvas;
        this.model = model;
        canvas.addEventFilter(
                MouseEvent.MOUSE_PRESSED, event -> clicked = new Point2D(event.getScreenX(), event.getScreenY()));
        model.traceProperty().subscribe(this::answer);
        model.numberProperty().subscribe(_ -> hide());
    }

    /** @param canvas where dots are clicked on */
    public static WhyHere of(Node canvas, RequestModel model) {
        return new WhyHere(canvas, model);
    }

    /** Asks about the request whose dot was clicked on just now. */
    public void ask(long request) {
        asked = true;
        model.ask(request);
    }

    private void hide() {
        if (shown != null) {
            shown.hide();
            shown = null;
        }
    }

    private void answer(@Nullable Trace trace) {
        if (trace == null) {
            hide();
            return;
        }
        if (!asked) {
            return;
        }
        asked = false;
        Optional<Pick> pick = last(trace.picks(), Pick::timeNanos);
        Optional<CacheAnswer> cache = last(trace.caches(), CacheAnswer::timeNanos);
        Optional<LimitAnswer> limit = last(trace.limits(), LimitAnswer::timeNanos);
        if (limit.isPresent() && (limit.get().turnedAway() || (pick.isEmpty() && cache.isEmpty()))) {
            show(trace, new LimitAnswerView(limit.get()));
        } else if (cache.isPresent()
                && (pick.isEmpty() || pick.get().timeNanos() < cache.get().timeNanos())) {
            show(trace, new CacheAnswerView(cache.get(), model::ask));
        } else if (pick.isPresent()) {
            show(trace, new PickView(pick.get(), model::ask));
        }
    }

    /** The last before now; the first where all are still to come. */
    private <T> Optional<T> last(List<T> reasons, ToLongFunction<T> timeNanos) {
        return reasons.stream()
                .filter(reason ->
                        timeNanos.applyAsLong(reason) <= model.nowProperty().get())
                .reduce((_, later) -> later)
                .or(() -> reasons.stream().findFirst());
    }

    private void show(Trace trace, Node reason) {
        hide();
        Hyperlink whole = new Hyperlink(text("why.all-of-request-is-at", FigureText.count(trace.number())));
        whole.setOnAction(_ -> hide());
        VBox content = new VBox(reason, whole);
        content.getStyleClass().add("pop-text");
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        content.getStylesheets()
                .add(Objects.requireNonNull(WhyHere.class.getResource("/styles/why.css"))
                        .toExternalForm());
        PopOver pop = Pop.of(content, PopOver.ArrowLocation.TOP_CENTER);
        shown = pop;
        pop.show(canvas, clicked.getX(), clicked.getY() + 4);
    }
}
