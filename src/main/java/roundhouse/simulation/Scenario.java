package roundhouse.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import roundhouse.kernel.EventHandler;
import roundhouse.kernel.Kernel;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;

/** The commands of the file, each an event at its time; those of one time in the file's order. */
final class Scenario extends EventHandler {
    private final Kernel kernel;
    private final List<TimedCommand> coming = new ArrayList<>();
    private Consumer<Command> interpreter = _ -> {};
    private int next;

    Scenario(Kernel kernel) {
        super(kernel, "scenario");
        this.kernel = kernel;
    }

    void interpreter(Consumer<Command> interpreter) {
        this.interpreter = interpreter;
    }

    /** From now on these are the commands. Those of a time before now count as done, those of this very moment when one was. */
    void become(List<TimedCommand> commands) {
        long nowNanos = kernel.nowNanos();
        boolean begun = next > 0 && timeNanos(coming.get(next - 1)) == nowNanos;
        kernel.cancel(this);
        coming.clear();
        commands.stream()
                .filter(timed -> begun ? timeNanos(timed) > nowNanos : timeNanos(timed) >= nowNanos)
                .sorted(Comparator.comparingLong(Scenario::timeNanos))
                .forEach(coming::add);
        next = 0;
        for (TimedCommand timed : coming) {
            kernel.schedule(timeNanos(timed) - nowNanos, this, 0);
        }
    }

    @Override
    protected void fire(int ignored) {
        interpreter.accept(coming.get(next++).command());
    }

    private static long timeNanos(TimedCommand timed) {
        return DurationSampler.nanos(timed.at());
    }
}
