package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import roundhouse.analysis.sizing.Size;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.document.Document;

/** The search for the cheapest design that meets goals. Needs no screen. */
final class SizeModel {
    static final String OFFER = text("sweeping.size-offer");

    private final Document document;
    private final WorkLane lane;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", OFFER);
    private final ReadOnlyObjectWrapper<Optional<FrontierModel>> frontier =
            new ReadOnlyObjectWrapper<>(this, "frontier", Optional.empty());

    SizeModel(Document document, WorkLane lane) {
        this.document = document;
        this.lane = lane;
        document.onOpened(() -> {
            cancel();
            frontier.set(Optional.empty());
            state.set(OFFER);
        });
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What is to be done, what was wrong with what was asked, or what came of it; sentences. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What was tried; empty before anything was. */
    ReadOnlyObjectProperty<Optional<FrontierModel>> frontierProperty() {
        return frontier.getReadOnlyProperty();
    }

    /**
     * Begins to look, of the design as it is now.
     *
     * @param goals as {@link SizeOrder#parse} takes them
     * @param varied likewise
     */
    void start(String goals, String varied) {
        if (varied.isBlank()) {
            state.set(OFFER);
            return;
        }
        switch (SizeOrder.parse(document.topology(), goals, varied)) {
            case Parsed.Wrong<SizeOrder>(String reason) -> state.set(reason);
            case Parsed.Value<SizeOrder>(SizeOrder wanted) -> look(wanted);
        }
    }

    private void look(SizeOrder wanted) {
        frontier.set(Optional.empty());
        long designs = wanted.plan().points();
        state.set(text("sweeping.looking", FigureText.count(designs), designs));
        running.set(true);
        lane.replace(new BackgroundTask<>(
                text("sweeping.search-failed"),
                new SizeWork(wanted, size -> take(wanted, size, false)),
                size -> {
                    running.set(false);
                    take(wanted, size, true);
                },
                _ -> ended()));
    }

    /** Ends where it has got to; what was tried stays. */
    void cancel() {
        lane.cancel();
        if (running.get()) {
            ended();
        }
    }

    private void ended() {
        running.set(false);
        state.set(frontier.get()
                .map(model -> text("sweeping.stopped", outcome(model)))
                .orElseGet(() -> text("sweeping.stopped-before")));
    }

    private void take(SizeOrder wanted, Size size, boolean done) {
        FrontierModel model = new FrontierModel(wanted, size, done);
        frontier.set(Optional.of(model));
        state.set(outcome(model));
    }

    private static String outcome(FrontierModel model) {
        return text("sweeping.outcome", model.headline(), model.searched());
    }
}
