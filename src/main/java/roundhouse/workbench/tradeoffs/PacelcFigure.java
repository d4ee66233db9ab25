package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Optional;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.origins.ExpectationOrigins;
import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.DataFigure;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.expectations.Statistic;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.origins.AskedFigure;

/** A column of the table of settings, and where it comes from. */
enum PacelcFigure {
    READ_P50(text("tradeoffs.reads-p50"), false),
    READ_P99("p99", false),
    WRITE_P50(text("tradeoffs.writes-p50"), false),
    WRITE_P99("p99", false),
    STALE(text("tradeoffs.column-stale"), false),
    STALE_P99(text("tradeoffs.p99-age"), false),
    ANSWERED(text("tradeoffs.answered"), true),
    STALE_PARTED(text("tradeoffs.column-stale"), true),
    LOST(text("tradeoffs.lost-writes"), true);

    private final String title;
    private final boolean parted;

    PacelcFigure(String title, boolean parted) {
        this.title = title;
        this.parted = parted;
    }

    private Origin origin() {
        return switch (this) {
            case READ_P50 -> ExpectationOrigins.of(new Figure.DataLatency(Statistic.P50, false));
            case READ_P99 -> ExpectationOrigins.of(new Figure.DataLatency(Statistic.P99, false));
            case WRITE_P50 -> ExpectationOrigins.of(new Figure.DataLatency(Statistic.P50, true));
            case WRITE_P99 -> ExpectationOrigins.of(new Figure.DataLatency(Statistic.P99, true));
            case STALE, STALE_PARTED -> ExpectationOrigins.of(new Figure.Data(DataFigure.STALE_READS));
            case STALE_P99 -> ExpectationOrigins.of(new Figure.StaleAge(Statistic.P99));
            case ANSWERED -> answered();
            case LOST -> ExpectationOrigins.of(new Figure.Data(DataFigure.LOST_WRITES));
        };
    }

    private static Origin answered() {
        return Origin.of(
                text("tradeoffs.answered-says"),
                text("tradeoffs.answered-formula"),
                text("tradeoffs.unit-share"),
                text("tradeoffs.answered-inputs"),
                OriginSpan.SINCE_START,
                text("tradeoffs.answered-not-modelled"),
                text("tradeoffs.answered-no-theory"));
    }

    String title() {
        return title;
    }

    /** Whether it is of the run with a partition. */
    boolean parted() {
        return parted;
    }

    /** @param designs that were run, the first as the design was */
    AskedFigure asked(List<Topology> designs) {
        Topology first = designs.getFirst();
        String span = parted
                ? text("tradeoffs.span-parted")
                : text("tradeoffs.span-whole", FigureText.clock(first.warmUp().toNanos()));
        return new AskedFigure(
                title,
                origin(),
                text("tradeoffs.samples", Long.toString(first.seed())),
                Optional.empty(),
                Optional.of(new AskedFigure.ComparedRuns(
                        designs.stream().map(ComparedDesign::of).toList(),
                        span,
                        first.duration().toNanos())));
    }
}
