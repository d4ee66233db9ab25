package roundhouse.analysis.checklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.json.Units.Parsed;

/** Is there anything that a run must come to, and is the start left out of it? */
final class MeasurementQuestion implements ChecklistQuestion {
    private static final long MILLISECOND = 1_000_000;

    @Override
    public List<Advice> ask(Examined examined) {
        Topology topology = examined.topology();
        List<Advice> advice = new ArrayList<>();
        boolean latency = topology.expect().stream()
                .anyMatch(one -> one instanceof Expectation.Bound bound && bound.figure() instanceof Figure.Latency);
        boolean failures = topology.expect().stream()
                .anyMatch(one -> one instanceof Expectation.Bound bound && bound.figure() instanceof Figure.Ended);
        if (!latency || !failures) {
            advice.add(Advice.note(
                            ChecklistItem.MEASUREMENT,
                            "",
                            "nothing says how "
                                    + (latency
                                            ? "many requests may fail"
                                            : failures
                                                    ? "fast it must be"
                                                    : "fast it must be and how many requests may fail")
                                    + ", so no run can tell that it is not good enough",
                            expectations(topology))
                    .mendedBy(Fix.of(
                            "Expect what " + (examined.report() == null ? "is usual" : "the run came to"),
                            topology,
                            expecting(topology, examined, latency, failures))));
        }
        if (topology.warmUp().isZero()) {
            Duration tenth = topology.duration().dividedBy(10);
            advice.add(Advice.note(
                            ChecklistItem.MEASUREMENT,
                            "",
                            "the first requests meet empty queues and empty caches, and count like the others",
                            "no warm-up")
                    .mendedBy(Fix.of(
                            "Leave the first tenth out of the figures",
                            topology,
                            topology.withWarmUp(Duration.ofMillis(tenth.toMillis())))));
        }
        return advice.isEmpty()
                ? List.of(Advice.good(
                        ChecklistItem.MEASUREMENT,
                        "",
                        "says how fast it must be and how many requests may fail, and leaves the start out",
                        expectations(topology)))
                : advice;
    }

    private static String expectations(Topology topology) {
        int count = topology.expect().size();
        return count == 1 ? "1 expectation" : count + " expectations";
    }

    private static Topology expecting(Topology topology, Examined examined, boolean latency, boolean failures) {
        List<Expectation> expect = new ArrayList<>(topology.expect());
        if (!latency) {
            add("p99 < " + slowest(examined.report()) + "ms", expect);
        }
        if (!failures) {
            add("ok > 99%", expect);
        }
        return topology.withExpect(expect);
    }

    private static void add(String text, List<Expectation> expect) {
        if (Expectation.parse(text) instanceof Parsed.Value<Expectation>(Expectation expectation)) {
            expect.add(expectation);
        }
    }

    /** Half as much again as the run had, in whole milliseconds; 200 ms where there was none. */
    private static long slowest(@Nullable Report report) {
        return report == null || report.latency().count() == 0
                ? 200
                : Math.ceilDiv(report.latency().p99Nanos() * 3 / 2, MILLISECOND);
    }
}
