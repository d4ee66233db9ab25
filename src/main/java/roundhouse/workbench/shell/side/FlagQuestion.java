package roundhouse.workbench.shell.side;

import java.util.OptionalInt;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.PlaybackPanel;

/**
 * Answers a click on a flag of the timeline: the run goes to its time, and the newest request that is under way there is explained,
 * because its picks come right after that time.
 */
final class FlagQuestion {
    private static final long NOTHING = -1;

    private final LongConsumer ask;
    private long askedNanos = NOTHING;

    private FlagQuestion(LongConsumer ask) {
        this.ask = ask;
    }

    /** @param ask is told the number of the request to ask about */
    static void of(Playback playback, PlaybackPanel panel, LongConsumer ask) {
        FlagQuestion question = new FlagQuestion(ask);
        panel.onFlag(timeNanos -> {
            playback.pause();
            question.askedNanos = timeNanos;
            playback.seek(timeNanos);
        });
        playback.onFrame(question::show);
    }

    private void show(Frame frame) {
        if (frame.timeNanos == askedNanos) {
            askedNanos = NOTHING;
            newest(frame).ifPresent(hop -> ask.accept(frame.number[hop]));
        }
    }

    /** The hop of the request that its clients sent last. */
    private static OptionalInt newest(Frame frame) {
        return IntStream.range(0, frame.hops)
                .filter(hop -> frame.kind[hop] == HopKind.REQUEST)
                .reduce((a, b) -> frame.ageNanos[b] < frame.ageNanos[a] ? b : a);
    }
}
