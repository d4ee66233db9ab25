package roundhouse.workbench.playback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.CacheLook;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/** What the screen asks of the engine's thread. Carried out in the order given. */
sealed interface Order {
    /** Has to do with a moment of the run: is carried out when a seek under way has arrived there, and not in a run that broke. */
    sealed interface Moment extends Order {}

    /** Starts over with another document, paused. */
    record Open(Topology topology) implements Order {}

    /** Back to time 0 with this topology; goes on playing if it was. */
    record Restart(Topology topology) implements Order {}

    /**
     * The document was edited.
     *
     * @param label what was done, for people
     */
    record Edit(String label, Topology topology) implements Order {}

    /** The document follows the run, which changes nothing about the run. */
    record Follow(Topology topology) implements Order {}

    /** Starts over with a run that was saved, paused at its beginning, everything done in it still to come. */
    record OpenRun(Topology document, Topology start, List<Run.Entry> log, long untilNanos) implements Order {}

    /** A command for the running system. */
    record Do(Command command) implements Moment {}

    record Play() implements Order {}

    record Pause() implements Order {}

    /** Pauses, and moves by that much simulated time, back if negative. */
    record Step(long nanos) implements Moment {}

    /** Pauses, and makes the next event happen. */
    record NextEvent() implements Moment {}

    /** Pauses, and goes to just before the newest event or command. */
    record PreviousEvent() implements Moment {}

    /** Goes to the same time in a future that was kept. */
    record GoToFuture(int number) implements Moment {}

    record RemoveFuture(int number) implements Order {}

    /** Goes to a time, past or future. */
    record Seek(long timeNanos) implements Moment {}

    /** Gives up a seek that is under way. */
    record CancelSeek() implements Order {}

    /** From now on the speed is that of the {@link Story}, until one is asked for. */
    record FollowStory() implements Order {}

    /** From now on that is shown, and broken, in place of the run that is played; with null, that run again as it was. */
    record Live(@Nullable ShownTraffic traffic) implements Order {}

    /** From now on frames say what that cache holds. */
    record Look(CacheLook at) implements Order {}

    /** Simulated seconds a real second. */
    record Speed(double speed) implements Order {}
}
