package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.function.UnaryOperator;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.LimitAnswer;
import roundhouse.workbench.FigureText;

/** One request: what it was, its life as a waterfall, what caches answered it and why, and why each balancer sent it where it did. */
final class RequestDetail extends ScrollPane {
    private final RequestModel model;
    private final UnaryOperator<String> titles;
    private final Label title = new Label();
    private final Label what = wrapped("muted");
    private final Label how = wrapped("request-how");
    private final Label problem = wrapped("field-error");
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button(text("why.cancel"));
    private final HBox waiting = new HBox(progress, cancel);
    private final VBox answer = new VBox();
    private final VBox content = new VBox();
    private Waterfall shown = new Waterfall();

    RequestDetail(RequestModel model, UnaryOperator<String> titles) {
        this.model = model;
        this.titles = titles;
        getStyleClass().addAll("inspector-scroll", "request-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Button back = new Button(text("why.all-requests"));
        back.setId("request-back");
        back.getStyleClass().add("flat-back");
        back.setOnAction(_ -> model.close());
        title.getStyleClass().add("inspector-title");
        title.setId("request-title");
        waiting.getStyleClass().add("request-waiting");
        waiting.visibleProperty().bind(model.progressProperty().greaterThanOrEqualTo(0));
        waiting.managedProperty().bind(waiting.visibleProperty());
        progress.progressProperty().bind(model.progressProperty());
        progress.setAccessibleText(text("why.replaying-to-the-request"));
        cancel.setOnAction(_ -> model.cancel());
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        answer.getStyleClass().add("request-answer");
        content.getStyleClass().add("inspector");
        content.setId("request");
        content.setFocusTraversable(true);
        content.setAccessibleRole(AccessibleRole.TEXT);
        content.getChildren().setAll(back, title, what, how, waiting, problem, answer);
        setContent(content);
        model.numberProperty().subscribe(number -> {
            title.setText(text("why.request", FigureText.count(number.longValue())));
            content.setAccessibleText(title.getText());
        });
        model.traceProperty().subscribe(this::show);
        model.nowProperty().subscribe(this::tell);
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("section-heading");
        return heading;
    }

    /** To where the keys go on. */
    void focus() {
        content.requestFocus();
    }

    private void show(@Nullable Trace trace) {
        answer.getChildren().clear();
        what.setText(trace == null ? "" : TraceText.what(trace));
        if (trace == null) {
            how.setText("");
            return;
        }
        Waterfall waterfall = new Waterfall();
        shown = waterfall;
        waterfall.show(WaterfallRow.of(trace, titles), trace.beganNanos());
        tell();
        answer.getChildren().addAll(heading(text("why.hops-and-times")), waterfall);
        if (!trace.caches().isEmpty()) {
            answer.getChildren().add(heading("CACHES"));
        }
        for (CacheAnswer cache : trace.caches()) {
            answer.getChildren().add(new CacheAnswerView(cache, model::ask));
        }
        if (!trace.limits().isEmpty()) {
            answer.getChildren().add(heading("LIMITS"));
        }
        for (LimitAnswer limit : trace.limits()) {
            answer.getChildren().add(new LimitAnswerView(limit));
        }
        answer.getChildren().add(heading("WHY"));
        if (trace.picks().isEmpty()) {
            Label none = wrapped("pick-sentence");
            none.setText(text("why.no-balancer-picked-a-target"));
            answer.getChildren().add(none);
        }
        for (Pick pick : trace.picks()) {
            answer.getChildren().add(new PickView(pick, model::ask));
        }
        setVvalue(0);
    }

    /** What has happened by the time that is shown, and what is still to come. */
    private void tell() {
        Trace trace = model.traceProperty().get();
        if (trace != null) {
            long nowNanos = model.nowProperty().get();
            String told = TraceText.how(trace, nowNanos);
            if (!told.equals(how.getText())) {
                how.setText(told);
                content.setAccessibleText(TraceText.aloud(trace, nowNanos));
            }
            shown.now(nowNanos);
        }
    }
}
