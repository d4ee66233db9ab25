package roundhouse.workbench.following;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.topology.Topology;
import roundhouse.workbench.canvas.model.FollowedRequest;
import roundhouse.workbench.canvas.model.Spot;

/**
 * Takes a request through its stages, each for as long as it takes to read what it says, whatever it takes in the run: the clock of
 * the run is moved accordingly. When the clock is moved otherwise, the stage is that of the time. A view model, needs no screen.
 */
public final class FollowModel {
    /** No stage: nobody is followed. */
    private static final int NONE = -1;

    private static final long NOT_BEGUN = Long.MIN_VALUE;

    /** The run that is moved. */
    public interface Clock {
        /** Goes to that simulated time, nanoseconds, and stands there. */
        void moveTo(long timeNanos);
    }

    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(this, "index", NONE);
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper(this, "going", false);
    private final Clock clock;
    private final Consumer<@Nullable FollowedRequest> shown;
    private List<FollowStage> stages = List.of();
    /** Whether a stage jumps to its middle rather than to go through it. */
    private boolean jumps;
    /** When the stage began to be shown, real nanoseconds. */
    private long beganNanos = NOT_BEGUN;
    /** The simulated time it was last asked for. */
    private long askedNanos;

    private long nowNanos;
    /** The run is not there yet: what it shows meanwhile is of the time before. */
    private boolean awaited;

    /** @param shown is told where the request is; null when none is followed any more */
    public FollowModel(Clock clock, Consumer<@Nullable FollowedRequest> shown) {
        this.clock = clock;
        this.shown = shown;
    }

    /** Which stage it is, from 0; -1 while nobody is followed. */
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** Whether it goes on by itself from stage to stage. */
    public ReadOnlyBooleanProperty goingProperty() {
        return going.getReadOnlyProperty();
    }

    /** Whether somebody is followed. */
    public boolean isOn() {
        return index.get() != NONE;
    }

    public int count() {
        return stages.size();
    }

    /** What happens now, a sentence; empty while nobody is followed. */
    public String says() {
        return isOn() ? stage().says() : "";
    }

    private FollowStage stage() {
        return stages.get(index.get());
    }

    /**
     * Begins with the first stage.
     *
     * @param topology the system that the request is in
     * @param titles what the nodes of those ids are called
     * @param jumps whether motion is to be reduced
     */
    public void follow(Trace trace, Topology topology, UnaryOperator<String> titles, boolean jumps) {
        follow(Stages.of(trace, topology, titles), jumps);
    }

    /** The same request, but what becomes of it has changed; stays where it is. */
    public void changed(Trace trace, Topology topology, UnaryOperator<String> titles) {
        changed(Stages.of(trace, topology, titles));
    }

    void follow(List<FollowStage> life, boolean jumps) {
        if (life.isEmpty()) {
            close();
            return;
        }
        stages = List.copyOf(life);
        this.jumps = jumps;
        askedNanos = NOT_BEGUN;
        go(0);
        going.set(true);
    }

    void changed(List<FollowStage> life) {
        if (isOn() && !life.isEmpty()) {
            int before = index.get();
            stages = List.copyOf(life);
            index.set(Math.min(before, life.size() - 1));
            show();
        }
    }

    /** To the first stage in which a balancer picks by comparing; whether there is any. */
    public boolean goToPick() {
        int first = IntStream.range(0, stages.size())
                .filter(i -> stages.get(i).scores() != null)
                .findFirst()
                .orElse(NONE);
        if (first != NONE) {
            going.set(false);
            go(first);
        }
        return first != NONE;
    }

    /** To the next stage, which then stays. */
    public void next() {
        by(1);
    }

    /** To the stage before, which then stays. */
    public void previous() {
        by(-1);
    }

    private void by(int step) {
        if (isOn()) {
            going.set(false);
            go(Math.clamp(index.get() + step, 0, stages.size() - 1));
        }
    }

    /** Goes on, or stays; from the last stage it begins again. */
    public void toggle() {
        if (!isOn()) {
            return;
        }
        if (!going.get() && index.get() == stages.size() - 1) {
            go(0);
        }
        beganNanos = NOT_BEGUN;
        going.set(!going.get());
    }

    /** Somebody else moves the clock: the stage stays, or is that of the time. */
    public void stay() {
        awaited = false;
        going.set(false);
    }

    public void close() {
        going.set(false);
        index.set(NONE);
        stages = List.of();
        shown.accept(null);
    }

    private void go(int next) {
        beganNanos = NOT_BEGUN;
        index.set(next);
        move(stage().timeNanos(jumps ? 0.5 : 0));
        show();
    }

    private void move(long timeNanos) {
        if (timeNanos != askedNanos) {
            askedNanos = timeNanos;
            awaited = true;
            clock.moveTo(timeNanos);
        }
    }

    /** So late it is now, real nanoseconds of any clock. */
    void tick(long realNanos) {
        if (!going.get()) {
            return;
        }
        if (beganNanos == NOT_BEGUN) {
            beganNanos = realNanos;
        }
        double part = (realNanos - beganNanos) / (double) stage().shownNanos();
        if (part < 1) {
            move(stage().timeNanos(jumps ? 0.5 : part));
        } else if (index.get() + 1 < stages.size()) {
            go(index.get() + 1);
            beganNanos = realNanos;
        } else {
            going.set(false);
        }
    }

    /** The run has got to that simulated time, nanoseconds. */
    public void reached(long timeNanos) {
        nowNanos = timeNanos;
        if (!isOn()) {
            return;
        }
        if (timeNanos == askedNanos) {
            awaited = false;
        } else if (!awaited) {
            going.set(false);
            askedNanos = timeNanos;
            index.set(at(timeNanos));
        }
        show();
    }

    /** The last stage that has begun; the first before any has. */
    private int at(long timeNanos) {
        int found = 0;
        while (found + 1 < stages.size() && stages.get(found + 1).fromNanos() <= timeNanos) {
            found++;
        }
        return found;
    }

    private void show() {
        FollowStage now = stage();
        long length = now.toNanos() - now.fromNanos();
        double part = length == 0 ? 1 : Math.clamp((nowNanos - now.fromNanos()) / (double) length, 0, 1);
        List<Spot> passed =
                stages.subList(0, index.get()).stream().map(FollowStage::spot).toList();
        Scores scores = now.scores();
        shown.accept(new FollowedRequest(now.spot(), part, passed, scores == null ? List.of() : scores.marks()));
    }
}
