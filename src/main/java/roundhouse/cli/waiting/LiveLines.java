package roundhouse.cli.waiting;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.files.PlainText;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.simulation.transcript.TranscriptWords;

/** Live traffic as it goes on: a line of figures now and then, and before it what happened since the last. */
public final class LiveLines {
    private final PrintWriter out;
    private final Frame frame = new Frame();
    private long requests;
    /** The last that was printed. */
    private @Nullable TranscriptLine last;

    public LiveLines(PrintWriter out) {
        this.out = out;
    }

    /** Prints how things stand. */
    public void print(Run run) {
        happened(run.notices());
        run.observe(frame);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%6.1f s  %d requests, %d since the last line",
                run.nowNanos() / 1e9,
                run.requests(),
                run.requests() - requests));
        for (int i = 0; i < frame.topology.nodes().size(); i++) {
            if (frame.topology.nodes().get(i).answersRequests()) {
                line.append(String.format(
                        Locale.ROOT,
                        "  %s %.0f/s, %d in flight, p99 %.1f ms",
                        frame.topology.nodes().get(i).id(),
                        frame.rate[i],
                        frame.inFlight[i],
                        frame.p99Nanos[i] / 1e6));
            }
        }
        out.println(PlainText.of(line.toString()));
        out.flush();
        requests = run.requests();
    }

    private void happened(List<TranscriptLine> notices) {
        int first = notices.size();
        while (first > 0 && !notices.get(first - 1).equals(last)) {
            first--;
        }
        for (TranscriptLine notice : notices.subList(first, notices.size())) {
            out.println(PlainText.of("           " + TranscriptWords.clock(notice.timeNanos()) + " " + notice.text()));
            last = notice;
        }
    }
}
