package roundhouse.workbench.start;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Topology;
import roundhouse.workbench.Preferences;

/** The hints of the first minute: a welcome, then one step of the path after the other as they are done, then a word at the end. A view model: needs no screen. */
public final class HintsModel {
    private static final String KEY = "hints";
    private static final String DISMISSED = "dismissed";

    /** What is shown. */
    public sealed interface Hint {
        /** Nothing. */
        record None() implements Hint {}

        /** What this is, and where to begin. */
        record Welcome() implements Hint {}

        /** What to do next. */
        record Step(FirstStep step) implements Hint {}

        /** The whole path was gone. */
        record Done() implements Hint {}

        /**
         * What can be tried with what was just opened.
         *
         * @param lines a try each
         */
        record Try(String title, List<String> lines) implements Hint {}
    }

    private final Preferences settings;
    private final ReadOnlyObjectWrapper<Hint> hint = new ReadOnlyObjectWrapper<>(this, "hint", new Hint.None());
    private Topology topology = Topology.EMPTY;
    private boolean played;
    private List<String> transcript = List.of();

    public HintsModel(Preferences settings) {
        this.settings = settings;
    }

    public ReadOnlyObjectProperty<Hint> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** The program has begun: whoever has not said otherwise is welcomed. */
    public void welcome() {
        if (!settings.get(KEY).orElse("").equals(DISMISSED)) {
            hint.set(new Hint.Welcome());
        }
    }

    /** The path from its beginning; the canvas is empty by now. */
    public void begin() {
        played = false;
        transcript = List.of();
        hint.set(new Hint.Step(FirstStep.CLIENTS));
        advance();
    }

    /** What to try with what was opened; nothing where there is nothing. */
    public void offer(StartEntry entry) {
        List<String> lines = entry.toTry()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.replaceFirst("^- ", ""))
                .toList();
        hint.set(
                lines.isEmpty()
                        ? new Hint.None()
                        : new Hint.Try(entry.topology().name(), lines));
    }

    /** Not now. */
    public void close() {
        hint.set(new Hint.None());
    }

    /** Never again at the beginning, now or when the program is started anew. */
    public void dismiss() {
        settings.put(KEY, DISMISSED);
        close();
    }

    /** The document is another one. */
    public void show(Topology now) {
        topology = now;
        advance();
    }

    /** The run plays or does not. */
    public void play(boolean playing) {
        played |= playing && hint.get() instanceof Hint.Step;
        advance();
    }

    /** The transcript so far. */
    public void tell(List<TranscriptLine> lines) {
        transcript = lines.stream().map(TranscriptLine::text).toList();
        advance();
    }

    private void advance() {
        if (!(hint.get() instanceof Hint.Step)) {
            return;
        }
        FirstStep.Seen seen = new FirstStep.Seen(topology, played, transcript);
        for (FirstStep step : FirstStep.values()) {
            if (!step.isDone(seen)) {
                hint.set(new Hint.Step(step));
                return;
            }
        }
        hint.set(new Hint.Done());
        settings.put(KEY, DISMISSED);
    }
}
