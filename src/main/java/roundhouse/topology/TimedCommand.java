package roundhouse.topology;

import java.time.Duration;

/** A command of the scenario and when it comes, counted from the start of the run. */
public record TimedCommand(Duration at, Command command) {
    static final String AT = "at";
}
