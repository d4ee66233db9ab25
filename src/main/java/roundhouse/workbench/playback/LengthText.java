package roundhouse.workbench.playback;

import java.time.Duration;
import roundhouse.workbench.FigureText;

/** The length of a run as the transport writes it; the time itself is {@link roundhouse.workbench.FigureText#clock}. */
public final class LengthText {
    private LengthText() {}

    /** {@code 60 s}, {@code 2.5 s}; minutes from ten minutes on: {@code 12 min 30 s}; hours from one on: {@code 8 h}, {@code 1 h 30 min}. */
    public static String of(Duration duration) {
        if (duration.toMinutes() < 10) {
            double seconds = duration.toNanos() / 1e9;
            return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
        }
        String hours = duration.toHours() == 0 ? "" : FigureText.count(duration.toHours()) + " h ";
        String minutes = duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + " min ";
        String seconds = duration.toSecondsPart() == 0 ? "" : duration.toSecondsPart() + " s";
        return (hours + minutes + seconds).strip();
    }
}
