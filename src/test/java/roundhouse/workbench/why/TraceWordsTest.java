package roundhouse.workbench.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

class TraceWordsTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;

    private static List<Trace> traces(String sample, TraceSelection wanted, long until) {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", sample))).topology();
        return new Tracer(topology, List.of(), wanted, until, true).finish();
    }

    private static Trace of(Outcome outcome, long began, long ended, List<Span> parts) {
        return new Trace(
                1_234,
                "users",
                "10.0.3.7",
                5,
                17,
                "/",
                true,
                began,
                ended,
                outcome,
                parts,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static final Trace ANSWERED = of(
            Outcome.OK,
            SECOND,
            SECOND + 12 * MILLI,
            List.of(new Span(
                    Span.Kind.ATTEMPT,
                    "users",
                    SECOND,
                    SECOND + 12 * MILLI,
                    Outcome.OK,
                    List.of(
                            new Span(Span.Kind.LINK, "users → s1", SECOND, SECOND + 5 * MILLI, null, List.of()),
                            new Span(
                                    Span.Kind.NODE,
                                    "s1",
                                    SECOND + 5 * MILLI,
                                    SECOND + 7 * MILLI,
                                    Outcome.OK,
                                    List.of(new Span(
                                            Span.Kind.SERVICE,
                                            "s1",
                                            SECOND + 5 * MILLI,
                                            SECOND + 7 * MILLI,
                                            null,
                                            List.of()))),
                            new Span(
                                    Span.Kind.REPLY,
                                    "s1 → users",
                                    SECOND + 7 * MILLI,
                                    SECOND + 12 * MILLI,
                                    null,
                                    List.of())))));

    @Test
    void itSaysWhatItWasAndHowItEnded() {
        assertThat(TraceText.what(ANSWERED)).isEqualTo("read / · key 17 · 10.0.3.7");
        assertThat(TraceText.how(ANSWERED, 2 * SECOND)).isEqualTo("Answered after 12.0 ms. Began at 00:01.000.");
    }

    @Test
    void whatIsStillToComeIsSaidToBe() {
        assertThat(TraceText.how(ANSWERED, SECOND + MILLI))
                .isEqualTo("Under way; it will be answered after 12.0 ms unless something is changed."
                        + " Pale bars are still to come. Began at 00:01.000.");
        assertThat(TraceText.how(of(Outcome.TIMED_OUT, 0, SECOND, List.of()), MILLI))
                .startsWith("Under way; it will time out after 1.00 s");
        assertThat(TraceText.how(of(Outcome.TIMED_OUT, 0, SECOND, List.of()), SECOND))
                .isEqualTo("Timed out after 1.00 s. Began at 00:00.000.");
    }

    @Test
    void aSingleAttemptIsTheRequestItself() {
        assertThat(WaterfallRow.of(ANSWERED, UnaryOperator.identity()))
                .extracting(WaterfallRow::words)
                .containsExactly(
                        "link users → s1: 5.00 ms, begun with the request",
                        "at s1: 2.00 ms, begun 5.00 ms after the request",
                        "served by s1: 2.00 ms, begun 5.00 ms after the request",
                        "reply s1 → users: 5.00 ms, begun 7.00 ms after the request");
    }

    @Test
    void severalAttemptsAreNumberedAndTheWaitsBetweenThemShown() {
        Trace tried =
                traces("retry-storm.json", TraceSelection.begunBetween(16 * SECOND, 20 * SECOND, 20), 22 * SECOND)
                        .stream()
                        .filter(trace -> trace.parts().size() > 2)
                        .findFirst()
                        .orElseThrow();
        assertThat(WaterfallRow.of(tried, UnaryOperator.identity()).stream().filter(row -> row.depth() == 0))
                .extracting(WaterfallRow::label)
                .startsWith("attempt 1", "waits", "attempt 2");
    }

    @Test
    void whatHasNotEndedReachesAsFarAsIsKnown() {
        Trace open = traces("three-servers.json", TraceSelection.request(5), 9 * MILLI)
                .getFirst();
        List<WaterfallRow> rows = WaterfallRow.of(open, UnaryOperator.identity());
        WaterfallRow last = rows.getLast();
        assertThat(last.span().hasEnded()).isFalse();
        assertThat(last.length()).isEqualTo("…");
        assertThat(rows).allSatisfy(row -> assertThat(row.endNanos()).isGreaterThanOrEqualTo(row.startNanos()));
    }

    @Test
    void aloudItSaysEverySentence() {
        Trace trace =
                traces("three-servers.json", TraceSelection.request(5), SECOND).getFirst();
        assertThat(TraceText.aloud(trace, SECOND))
                .contains(trace.picks().getFirst().because())
                .startsWith("Request 5, ");
    }
}
