package roundhouse.workbench.playback;

import java.time.Duration;
import java.util.Locale;

/** Simulated time as the transport, the timeline and the transcript write it. */
public final class ClockText {
    private ClockText() {}

    /** {@code 00:12.480}; with hours before it from the first hour on: {@code 1:00:12.480}. */
    public static String of(long nanos) {
        long millis = Math.floorDiv(nanos, 1_000_000L);
        long hours = millis / 3_600_000;
        String rest = String.format(Locale.ROOT, "%02d:%02d.%03d", millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
        return hours > 0 ? hours + ":" + rest : rest;
    }

    /** {@code 60 s}, {@code 2.5 s}; minutes from ten minutes on: {@code 10 min}, and {@code 12 min 30 s}. */
    public static String length(Duration duration) {
        if (duration.toMinutes() < 10) {
            double seconds = duration.toNanos() / 1e9;
            return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
        }
        long seconds = duration.toSecondsPart();
        return duration.toMinutes() + " min" + (seconds == 0 ? "" : " " + seconds + " s");
    }
}
