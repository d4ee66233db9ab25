package roundhouse.workbench.why;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Job;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.playback.Playback;

/**
 * The request that is asked about, and the answer once it is there. It is told for the instant that is shown, also after a rewind, and
 * looked for anew where a command has come or gone before the request's end: in another future it can end otherwise.
 */
public final class RequestModel {
    /** A request that has not ended is followed ahead of the run for so long, simulated nanoseconds. */
    private static final long AHEAD_NANOS = 60_000_000_000L;

    private final ReadOnlyLongWrapper number = new ReadOnlyLongWrapper(this, "number", 0);
    private final ReadOnlyObjectWrapper<@Nullable Trace> trace = new ReadOnlyObjectWrapper<>(this, "trace", null);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyLongWrapper now = new ReadOnlyLongWrapper(this, "now", 0);
    private final Playback playback;
    private final WorkLane looks;
    private @Nullable Job look;
    /** The commands by which the answer is. */
    private List<Run.Entry> log = List.of();

    public RequestModel(Playback playback, BackgroundWork background) {
        this.playback = playback;
        looks = background.lane("look-back", text("why.replaying-to-a-request"));
        playback.startProperty().subscribe((_, _) -> close());
        playback.timeProperty().subscribe(time -> now.set(time.longValue()));
        playback.commandsProperty().subscribe((_, commands) -> follow(commands));
    }

    private void follow(List<Run.Entry> commands) {
        Trace known = trace.get();
        long endNanos = known == null || known.outcome() == null ? Long.MAX_VALUE : known.endedNanos();
        if (number.get() != 0 && !until(endNanos, commands).equals(until(endNanos, log))) {
            ask(number.get());
        }
    }

    private static List<Run.Entry> until(long timeNanos, List<Run.Entry> commands) {
        return commands.stream().filter(entry -> entry.timeNanos() <= timeNanos).toList();
    }

    /** Its number, or 0 when none is asked about. */
    public ReadOnlyLongProperty numberProperty() {
        return number.getReadOnlyProperty();
    }

    /** Its life; null until it is known. */
    public ReadOnlyObjectProperty<@Nullable Trace> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    /** How much of the time to look through is done, 0 to 1; -1 while there is nothing to tell. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why there is no answer; empty while all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The simulated time that is shown, nanoseconds: what comes later in the answer is still to come. */
    public ReadOnlyLongProperty nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Asks about a request that has begun. */
    public void ask(long request) {
        stop();
        trace.set(null);
        problem.set("");
        long askedAtNanos = now.get();
        log = playback.commandsProperty().get();
        number.set(request);
        if (playback.liveProperty().get()) {
            problem.set(text("why.what-became-of-a-real"));
            return;
        }
        Topology start = playback.startProperty().get();
        List<Run.Entry> commands = log;
        long untilNanos = askedAtNanos + AHEAD_NANOS;
        look = looks.replace(new BackgroundTask<>(
                text("why.the-replay-to-request-failed", request),
                new LookBack<>(
                        () -> new Tracer(start, commands, TraceSelection.request(request), untilNanos, true),
                        askedAtNanos,
                        Tracer::traces,
                        progress::set),
                this::answer,
                this::fail));
    }

    private void answer(List<Trace> traces) {
        stop();
        if (traces.isEmpty()) {
            problem.set(text("why.there-is-no-such-request"));
        } else {
            trace.set(traces.getFirst());
        }
    }

    private void fail(String what) {
        stop();
        problem.set(text("why.the-replay-failed", what));
    }

    /** Gives up waiting for the answer. */
    public void cancel() {
        stop();
        problem.set(text("why.cancelled"));
    }

    private void stop() {
        if (look != null) {
            look.cancel();
            look = null;
        }
        progress.set(-1);
    }

    /** Asks about none. */
    public void close() {
        stop();
        trace.set(null);
        problem.set("");
        number.set(0);
    }
}
