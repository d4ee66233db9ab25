package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.CacheLook;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.workbench.Failures;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.motion.Motion;
import roundhouse.workbench.playback.history.Future;

/**
 * Plays the document: owns the run and the engine's thread. The engine writes frames, the screen draws the newest; neither waits
 * for the other. Edits of the document while it runs become commands of the run. Everything here is used on the thread that the
 * pulses come on; the properties change there only.
 */
public final class Playback implements AutoCloseable {
    /** Simulated nanoseconds of one step, whatever the speed. */
    public static final long STEP_NANOS = 1_000_000;
    /** Real time for which a flag counts as only just passed. */
    private static final long JUST_PASSED_NANOS = 1_500_000_000;

    /** Why time cannot be moved meanwhile. */
    public static final String LIVE_TIME = text("playback.real-traffic-goes-on-in");

    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing", false);
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live", false);
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1.0 / 50);
    private final BooleanProperty follows = new SimpleBooleanProperty(this, "follows", false);
    private final ReadOnlyStringWrapper motion = new ReadOnlyStringWrapper(this, "motion", "");
    private final ReadOnlyLongWrapper time = new ReadOnlyLongWrapper(this, "time", 0);
    private final ShownStatus shown = new ShownStatus();
    private final Document document;
    private final Pulse pulse;
    private final EngineThread engine;
    private final DocumentEdits edits;
    private final FrameListeners listeners = new FrameListeners();
    private long posted;
    private int switches;
    /** The speed is being set to what the story has. */
    private boolean taking;

    /** Follows the document: opening another starts over, editing it revises the run, its acts are passed on. */
    public Playback(Document document, Failures failures) {
        this(document, Pulse.ofScreen(), System::nanoTime, failures::record);
    }

    /**
     * @param pulse when to take frames
     * @param clock real time, nanoseconds, to keep pace with
     * @param broken takes down what broke, on the engine's thread, and gives the sentence for people
     */
    public Playback(Document document, Pulse pulse, LongSupplier clock, BiFunction<String, Throwable, String> broken) {
        this.document = document;
        this.pulse = pulse;
        engine = new EngineThread(speed.get(), clock, broken);
        speed.addListener((_, _, _) -> {
            if (!taking) {
                follows.set(false);
                postSpeed();
            }
        });
        follows.addListener((_, _, on) -> {
            if (on) {
                post(new Order.FollowStory());
            } else {
                postSpeed();
            }
        });
        edits = new DocumentEdits(document, this::post);
        document.onOpened(this::opened);
        document.onAct(this::command);
        opened();
        engine.start();
        pulse.start(this::pulse);
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Whether real traffic is shown in place of the simulation. */
    public ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Simulated seconds a real second, 1/10000 to 1000. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /**
     * Whether the speed follows the story: fast to the next event, slow when it happens. Asking for another speed ends it. See
     * {@link Story}.
     */
    public BooleanProperty followsProperty() {
        return follows;
    }

    /** Of how many requests one is seen to move at the present speed, in a word or two. */
    public ReadOnlyStringProperty motionProperty() {
        return motion.getReadOnlyProperty();
    }

    /** Simulated time of the newest frame, nanoseconds. */
    public ReadOnlyLongProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    /** Whether the engine cannot keep up with the speed asked for; {@link #achievedSpeedProperty} is what it reaches. */
    public ReadOnlyBooleanProperty behindProperty() {
        return shown.behind.getReadOnlyProperty();
    }

    /** Simulated seconds a real second, as measured over the last half second of playing. */
    public ReadOnlyDoubleProperty achievedSpeedProperty() {
        return shown.achievedSpeed.getReadOnlyProperty();
    }

    /** How far a seek has got that takes over a second, 0 to 1; -1 when there is none. */
    public ReadOnlyDoubleProperty seekProgressProperty() {
        return shown.seekProgress.getReadOnlyProperty();
    }

    /** Why the run has stopped for good, for people; null while all is well. Restarting or opening clears it. */
    public ReadOnlyObjectProperty<@Nullable String> failureProperty() {
        return shown.failure.getReadOnlyProperty();
    }

    /** Every command given to the run while it ran, oldest first; after rewinding, also those still to come. */
    public ReadOnlyObjectProperty<List<Run.Entry>> commandsProperty() {
        return shown.commands.getReadOnlyProperty();
    }

    /** What the run began with at time 0. */
    public ReadOnlyObjectProperty<Topology> startProperty() {
        return shown.start.getReadOnlyProperty();
    }

    /** What happened up to the furthest point reached, in words. */
    public ReadOnlyObjectProperty<List<TranscriptLine>> noticesProperty() {
        return shown.notices.getReadOnlyProperty();
    }

    /** The future that is played. */
    public ReadOnlyObjectProperty<Future> activeProperty() {
        return shown.active.getReadOnlyProperty();
    }

    /** The futures that were kept when something was changed in their past, oldest first. */
    public ReadOnlyObjectProperty<List<Future>> keptProperty() {
        return shown.kept.getReadOnlyProperty();
    }

    /** How long the last seek took, real nanoseconds; 0 when there was none. */
    public long seekTookNanos() {
        return shown.seekTookNanos();
    }

    /** The document that is played. */
    public Document document() {
        return document;
    }

    /** Shows real traffic in place of the simulation, which stands still meanwhile; with null, the simulation again as it was. */
    public void live(@Nullable ShownTraffic traffic) {
        live.set(traffic != null);
        post(new Order.Live(traffic));
    }

    /** Goes on; pauses by itself at the document's duration, and when played again there, goes on without end. */
    public void play() {
        playing.set(true);
        post(new Order.Play());
    }

    public void pause() {
        playing.set(false);
        post(new Order.Pause());
    }

    public void toggle() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    /** Pauses, and moves on by {@link #STEP_NANOS}. */
    public void step() {
        playing.set(false);
        post(new Order.Step(STEP_NANOS));
    }

    /** Pauses, and moves back by {@link #STEP_NANOS}. */
    public void stepBack() {
        playing.set(false);
        post(new Order.Step(-STEP_NANOS));
    }

    /** Pauses, and makes the next event happen. */
    public void nextEvent() {
        playing.set(false);
        post(new Order.NextEvent());
    }

    /** Pauses, and goes to just before the newest event or command. */
    public void previousEvent() {
        playing.set(false);
        post(new Order.PreviousEvent());
    }

    /** Goes to the same time in a future that was kept; the document becomes what it is there. */
    public void goTo(Future future) {
        post(new Order.GoToFuture(future.number()));
    }

    /** Goes to the oldest kept future; again and again, to each of them in turn. */
    public void nextFuture() {
        if (!shown.kept.get().isEmpty()) {
            goTo(shown.kept.get().getFirst());
        }
    }

    /** Goes to just before the next flag of the timeline, so that played on it happens. */
    public void nextFlag() {
        flags().filter(flagNanos -> flagNanos - 1 > time.get()).min().ifPresent(this::seekBefore);
    }

    /** Goes to just before the last flag; while it plays, to the one before that if the last was only just passed. */
    public void previousFlag() {
        long passedNanos = time.get() - (playing.get() ? (long) (JUST_PASSED_NANOS * speed.get()) : 0);
        flags().filter(flagNanos -> flagNanos <= passedNanos).max().ifPresent(this::seekBefore);
    }

    /** When the next command comes that the story slows down for, simulated nanoseconds. */
    OptionalLong nextEventNanos() {
        return LongStream.concat(
                        document.topology().scenario().stream()
                                .mapToLong(timed -> timed.at().toNanos()),
                        shown.commands.get().stream().mapToLong(Run.Entry::timeNanos))
                .filter(timeNanos -> timeNanos > time.get())
                .min();
    }

    private void seekBefore(long flagNanos) {
        seek(Math.max(0, flagNanos - 1));
    }

    private LongStream flags() {
        return TimelineModel.of(
                        document.topology(), shown.start.get(), shown.commands.get(), shown.notices.get(), time.get())
                .flags()
                .stream()
                .mapToLong(TimelineModel.Flag::timeNanos);
    }

    /** Forgets a future that was kept. */
    public void remove(Future future) {
        post(new Order.RemoveFuture(future.number()));
    }

    /** Goes to a simulated time, past or future, by running there; goes on playing from there if it was. */
    public void seek(long nanos) {
        post(new Order.Seek(nanos));
    }

    /** Gives up a seek: a rewind leaves everything as it was, a way forward ends where it has got to. */
    public void cancelSeek() {
        post(new Order.CancelSeek());
    }

    /** Back to time 0 with the document as it is now; goes on playing if it was. */
    public void restart() {
        post(new Order.Restart(document.topology()));
    }

    /**
     * Plays a run that was saved: paused at its beginning, with everything that was done in it still to come. The document must be
     * the run's already.
     */
    public void open(Topology start, List<Run.Entry> log, long untilNanos) {
        playing.set(false);
        post(new Order.OpenRun(document.topology(), start, log, untilNanos));
    }

    /** Does something to the running system. After rewinding, what was done later is kept as another future. */
    public void command(Command command) {
        post(new Order.Do(command));
    }

    /**
     * Calls the listener on the JavaFX thread at most once a pulse with the newest frame, when there is a new one, and at the next
     * pulse with the one there is. The frame is the listener's until it returns.
     */
    public void onFrame(Consumer<Frame> listener) {
        listeners.add(listener);
    }

    /** Gives the listeners the newest frame once more at the next pulse, because what they show of it has changed while the run may be
     * paused. */
    public void again() {
        listeners.again();
    }

    /** From now on frames say what that cache holds. */
    public void look(CacheLook at) {
        post(new Order.Look(at));
    }

    /** Stops the engine's thread and waits for its end. */
    @Override
    public void close() {
        pulse.stop();
        edits.close();
        engine.close();
    }

    private void opened() {
        playing.set(false);
        post(new Order.Open(document.topology()));
    }

    /** Whether the engine's thread has carried out all orders; until then its status is out of date. */
    boolean isObeyed() {
        return isUpToDate(engine.status());
    }

    private boolean isUpToDate(Status status) {
        return status.obeyed() == posted;
    }

    private void postSpeed() {
        post(new Order.Speed(Math.clamp(speed.get(), SpeedScale.SLOWEST, SpeedScale.FASTEST)));
    }

    private void post(Order order) {
        posted++;
        engine.post(order);
    }

    private void pulse() {
        // In this order the status is never older than the frame.
        Frame next = engine.take();
        follow(engine.status());
        if (next != null) {
            time.set(next.timeNanos);
            motion.set(
                    Motion.isTrueToScale(next.topology.links(), live.get() ? 1 : speed.get())
                            ? text("playback.every-request")
                            : Motion.sample(next.journeys));
        }
        listeners.give(next, isObeyed());
    }

    private void follow(Status status) {
        if (isUpToDate(status)) {
            playing.set(status.playing());
            if (follows.get()) {
                taking = true;
                speed.set(SpeedScale.speed(SpeedScale.position(status.speed())));
                taking = false;
            }
        }
        shown.take(status);
        if (status.switches() != switches) {
            switches = status.switches();
            edits.goTo(status.active());
        }
    }
}
