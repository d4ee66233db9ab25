package roundhouse.cli.waiting;

import java.io.PrintWriter;
import java.util.Locale;
import roundhouse.files.PlainText;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;

/** The figures of live traffic in a line. */
public final class LiveLine {
    private LiveLine() {}

    /**
     * Prints how things stand.
     *
     * @param before requests when the last line was printed
     * @return requests by now
     */
    public static long print(Run run, long before, PrintWriter out) {
        Frame frame = new Frame();
        run.observe(frame);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%6.1f s  %d requests, %d since the last line",
                run.nowNanos() / 1e9,
                run.requests(),
                run.requests() - before));
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
        return run.requests();
    }
}
