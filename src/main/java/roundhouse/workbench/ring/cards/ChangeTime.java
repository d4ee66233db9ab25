package roundhouse.workbench.ring.cards;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.regex.Pattern;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.ring.model.RingChange;

/**
 * When a change of the ring came. Pictures of a run may be far apart, as after a jump on the timeline; then the transcript knows the
 * moment between them.
 *
 * @param nanos simulated nanoseconds
 * @param words "at 00:20.000", or between which pictures where the transcript does not tell
 */
record ChangeTime(long nanos, String words) {
    /** Pictures of the run that are no further apart are one moment. */
    private static final long AT_ONCE_NANOS = 50_000_000;

    static ChangeTime of(RingChange change, List<TranscriptLine> transcript) {
        if (change.timeNanos() - change.fromNanos() <= AT_ONCE_NANOS) {
            return at(change.timeNanos());
        }
        Pattern server = Pattern.compile("(?<![\\w-])" + Pattern.quote(change.server()) + "(?![\\w-])");
        for (TranscriptLine line : transcript.reversed()) {
            if (line.timeNanos() <= change.fromNanos()) {
                break;
            }
            if (line.timeNanos() <= change.timeNanos()
                    && !change.server().isEmpty()
                    && server.matcher(line.text()).find()) {
                return at(line.timeNanos());
            }
        }
        return new ChangeTime(
                change.timeNanos(),
                text(
                        "ring.changed-between",
                        FigureText.clock(change.fromNanos()),
                        FigureText.clock(change.timeNanos())));
    }

    private static ChangeTime at(long nanos) {
        return new ChangeTime(nanos, text("ring.changed-at", FigureText.clock(nanos)));
    }
}
