package roundhouse.workbench.playback;

import java.time.Duration;

/** The length of a run as the transport writes it; the time itself is {@link roundhouse.workbench.FigureText#clock}. */
public final class LengthText {
    private LengthText() {}

    /** {@code 60 s}, {@code 2.5 s}; minutes from ten minutes on: {@code 10 min}, and {@code 12 min 30 s}. */
    public static String of(Duration duration) {
        if (duration.toMinutes() < 10) {
            double seconds = duration.toNanos() / 1e9;
            return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
        }
        long seconds = duration.toSecondsPart();
        return duration.toMinutes() + " min" + (seconds == 0 ? "" : " " + seconds + " s");
    }
}
