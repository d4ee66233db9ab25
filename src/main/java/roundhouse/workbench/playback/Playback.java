package roundhouse.workbench.playback;

import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import roundhouse.simulation.Frame;
import roundhouse.topology.Command;
import roundhouse.workbench.document.Document;

/**
 * Plays the document: owns the run and the engine's thread. The engine writes frames, the screen draws the newest; neither waits
 * for the other. Edits of the document while it runs become commands of the run.
 */
public final class Playback implements AutoCloseable {
    /** Simulated nanoseconds of one step, whatever the speed. */
    public static final long STEP = 1_000_000;

    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing", false);
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1.0 / 50);

    /** Follows the document: opening another starts over, editing it revises the run, its acts are passed on. */
    public Playback(Document document) {
        document.onAct(this::command);
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Simulated seconds a real second, 1/10000 to 1000. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    public void play() {
        playing.set(true);
    }

    public void pause() {
        playing.set(false);
    }

    /** Pauses, and moves on by {@link #STEP}. */
    public void step() {}

    /** Pauses, and makes the next event happen. */
    public void nextEvent() {}

    /** Back to time 0 with the document as it is now; goes on playing if it was. */
    public void restart() {}

    /** Does something to the running system. */
    public void command(Command command) {}

    /**
     * Calls the listener on the JavaFX thread at most once a pulse with the newest frame, when there is a new one. The frame is the
     * listener's until it returns.
     */
    public void onFrame(Consumer<Frame> listener) {}

    /** Stops the engine's thread and waits for its end. */
    @Override
    public void close() {}
}
