package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.CacheLook;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.motion.Sampling;
import roundhouse.workbench.playback.history.EditEffect;
import roundhouse.workbench.playback.history.History;

/**
 * The run that the engine's thread plays: what each order does to it, and how it keeps pace with the clock. Used on that thread
 * only. After {@link #fail} it does nothing until a restart.
 */
final class PlayedRun {
    /** Real time of one turn. */
    static final long TURN_NANOS = 8_000_000;

    private final LongSupplier clock;
    private final BiFunction<String, Throwable, String> broken;
    private final History history;
    private final Pacer pacer;
    private final Sampling sampling = new Sampling();
    private Topology document = Topology.EMPTY;
    private boolean playing;
    /** The speed follows the story. */
    private boolean follows;
    /** Asked to go on past the document's duration. */
    private boolean beyond;
    /** The newest frame is out of date. */
    private boolean stale = true;

    private boolean busy;
    private CacheLook look = CacheLook.NONE;
    /** Another run has begun since this was last asked. */
    private boolean begun;

    private @Nullable String failure;
    /** Shown in place of the run, which stands still meanwhile. */
    private @Nullable ShownTraffic live;

    private List<Run.Entry> commands = List.of();
    private boolean commandsChanged;

    /** @param broken takes down what broke, and gives the sentence for people */
    PlayedRun(double speed, LongSupplier clock, BiFunction<String, Throwable, String> broken) {
        this.clock = clock;
        this.broken = broken;
        history = new History(document, clock);
        pacer = new Pacer(speed);
    }

    boolean isPlaying() {
        return playing || live != null;
    }

    /** Whether real traffic is shown in its place. */
    boolean isLive() {
        return live != null;
    }

    void pause() {
        playing = false;
    }

    /** Whether a turn did not suffice for what there is to do. */
    boolean isBusy() {
        return busy;
    }

    boolean isSeeking() {
        return live == null && history.isSeeking();
    }

    /** Whether a seek is under way whose goal is a time. */
    boolean isSeekingTime() {
        return history.isSeekingTime();
    }

    /** Whether another run has begun since this was last asked: orders that wait were for the one before. */
    boolean takeBegun() {
        boolean was = begun;
        begun = false;
        return was;
    }

    /** Whether the newest frame is out of date. */
    boolean isStale() {
        return stale;
    }

    /** Writes how things stand. */
    void show(Frame frame) {
        ShownTraffic real = live;
        frame.live = real != null;
        if (real != null) {
            real.look(run -> show(run, 1, frame));
        } else {
            show(history.run(), pacer.speed(), frame);
        }
        stale = false;
    }

    private void show(Run run, double speed, Frame frame) {
        run.observe(frame);
        run.look(look, frame);
        sampling.take(frame.journeys, frame.timeNanos, speed);
        run.sample(sampling.requestsOneIn(), sampling.othersOneIn());
    }

    /** Carries out an order. Time cannot be moved while traffic is real: nothing comes of orders that would. */
    void carryOut(Order order) {
        ShownTraffic real = live;
        if (real == null) {
            carryOutPlayed(order);
            return;
        }
        switch (order) {
            case Order.Do(Command command) -> real.apply(command);
            case Order.Moment _, Order.Play _, Order.Pause _, Order.Restart _ -> {}
            default -> carryOutPlayed(order);
        }
    }

    private void carryOutPlayed(Order order) {
        switch (order) {
            case Order.Live(ShownTraffic traffic) -> {
                live = traffic;
                stale = true;
                pace();
            }
            case Order.Open(Topology topology) -> {
                playing = false;
                begin(topology);
            }
            case Order.OpenRun(Topology topology, Topology start, List<Run.Entry> log, long untilNanos) -> {
                playing = false;
                document = topology;
                history.open(start, log, untilNanos);
                began();
            }
            case Order.Restart(Topology topology) -> restart(topology);
            case Order.Edit(String label, Topology topology) -> edit(label, topology);
            case Order.Follow(Topology topology) -> document = topology;
            case Order.Play _ -> {
                playing = failure == null;
                beyond = history.nowNanos() >= document.duration().toNanos();
                pace();
            }
            case Order.Pause _ -> playing = false;
            case Order.Speed(double speed) -> {
                follows = false;
                pacer.start(speed, clock.getAsLong(), history.nowNanos());
            }
            case Order.FollowStory _ -> {
                follows = true;
                pace();
            }
            case Order.Look(CacheLook at) -> {
                look = at;
                stale = true;
            }
            case Order.RemoveFuture(int number) -> history.remove(number);
            case Order.CancelSeek _ -> {
                if (history.giveUp()) {
                    arrived();
                }
            }
            case Order.Moment moment -> {
                if (failure == null) {
                    carryOut(moment);
                }
            }
        }
    }

    private void carryOut(Order.Moment moment) {
        switch (moment) {
            case Order.Do(Command command) ->
                apply(command, FlagText.of(command, history.run().topology()).words());
            case Order.Step(long nanos) -> history.step(nanos);
            case Order.Seek(long timeNanos) -> history.seekTo(timeNanos);
            case Order.NextEvent _ -> {
                history.nextEvent();
                stale = true;
            }
            case Order.PreviousEvent _ -> history.previousEvent();
            case Order.GoToFuture(int number) -> history.goTo(number);
        }
    }

    private void begin(Topology topology) {
        document = topology;
        history.begin(topology);
        began();
    }

    /** Goes back to time 0; begins a new run if this one failed or the seed changed. */
    private void restart(Topology topology) {
        if (failure != null || history.start().seed() != topology.seed()) {
            begin(topology);
        } else {
            document = topology;
            history.restart(topology);
            began();
        }
    }

    private void edit(String label, Topology next) {
        EditEffect effect = EditEffect.of(document, next);
        document = next;
        if (failure != null) {
            return;
        }
        if (effect == EditEffect.RESTART) {
            begin(next);
        } else if (effect != EditEffect.NONE && history.isUntouched()) {
            history.beginAgain(next);
            began();
        } else if (effect == EditEffect.REVISE) {
            apply(new Command.Revise(next), label);
        } else if (effect == EditEffect.REPLAY) {
            history.replay(label, next);
        }
    }

    private void apply(Command command, String name) {
        history.apply(command, name);
        commandsChanged = true;
        stale = true;
    }

    private void began() {
        begun = true;
        failure = null;
        beyond = false;
        moved();
    }

    private void arrived() {
        beyond = history.nowNanos() > document.duration().toNanos();
        moved();
    }

    /** The run is at another time now, or it is another run. */
    private void moved() {
        commandsChanged = true;
        stale = true;
        pace();
    }

    /** Works for a turn: goes on with a seek, or plays. */
    void work() {
        busy = false;
        long nowNanos = clock.getAsLong();
        if (live != null) {
            stale = true;
        } else if (history.isSeeking()) {
            busy = true;
            stale |= history.isSeekingInSight();
            if (history.seek(nowNanos + TURN_NANOS)) {
                arrived();
            }
        } else if (playing) {
            play(nowNanos);
        }
    }

    private void play(long nowNanos) {
        long endNanos = document.duration().toNanos();
        boolean ends = !beyond && pacer.targetNanos(nowNanos) >= endNanos;
        boolean arrived = history.advance(
                ends ? Math.max(endNanos, history.nowNanos()) : pacer.targetNanos(nowNanos), nowNanos + TURN_NANOS);
        stale = true;
        busy = !arrived;
        if (follows) {
            pacer.bend(storySpeed(), nowNanos);
        }
        // By the time that the turn began at: what passed since is of the next one.
        pacer.reached(nowNanos, history.nowNanos());
        if (arrived && ends) {
            playing = false;
        }
    }

    /** The engine has thrown that: the run is over. */
    void fail(Throwable error) {
        live = null;
        failure = text(
                "playback.restart-begins-a-new-one",
                broken.apply(text("playback.run-failed-at", FigureText.clock(history.nowNanos())), error));
        playing = false;
        history.drop();
        stale = false;
        busy = false;
    }

    /** @param obeyed how many orders the engine's thread has taken */
    Status status(long obeyed) {
        return new Status(
                obeyed,
                isPlaying(),
                pacer.speed(),
                live == null && playing && pacer.behind(),
                pacer.achieved(),
                live == null ? history.progress() : -1,
                failure,
                givenSoFar(),
                history.start(),
                history.notices(),
                history.active(),
                history.kept(),
                history.switches(),
                history.seekTookNanos());
    }

    private double storySpeed() {
        return Story.speed(document, givenSoFar(), history.nowNanos());
    }

    private List<Run.Entry> givenSoFar() {
        if (commandsChanged) {
            commandsChanged = false;
            commands = history.commands();
        }
        return commands;
    }

    private void pace() {
        pacer.start(follows ? storySpeed() : pacer.speed(), clock.getAsLong(), history.nowNanos());
    }
}
