package roundhouse.workbench.compare.measured;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Optional;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.Interval;
import roundhouse.analysis.origins.ExpectationOrigins;
import roundhouse.analysis.origins.Origin;
import roundhouse.routing.Outcome;
import roundhouse.topology.expectations.DataFigure;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.expectations.Statistic;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginText;

/** Where the figures of designs that are compared at once come from. */
public final class FigureOrigins {
    private FigureOrigins() {}

    /** The mean of a row's runs. */
    public static AskedFigure overSeeds(ComparedFigure figure, MeasuredRow row) {
        Origin origin = origin(figure);
        Origin mean = Origin.of(
                origin.what(),
                text("compare.over-seeds-formula", origin.formula(), Interval.PERCENT),
                origin.unit(),
                origin.inputs(),
                origin.span(),
                origin.notModelled(),
                origin.noTheory());
        return asked(figure, mean, row.entrant(), samples(row), row.entrant().lengthNanos());
    }

    private static String samples(MeasuredRow row) {
        return row.isMeasured()
                ? text(
                        "compare.samples-seeds",
                        row.bySeed().size(),
                        row.bySeed().firstKey().toString(),
                        row.bySeed().lastKey().toString())
                : text("compare.samples-first-run");
    }

    /** As it stands in the run that plays. */
    public static AskedFigure live(ComparedFigure figure, Entrant entrant, long nowNanos) {
        return asked(figure, origin(figure), entrant, "", nowNanos);
    }

    private static AskedFigure asked(
            ComparedFigure figure, Origin origin, Entrant entrant, String samples, long untilNanos) {
        ComparedDesign design = entrant.design();
        String span = OriginText.span(
                origin.span(), untilNanos, design.start().warmUp().toNanos());
        return new AskedFigure(
                text("compare.figure-of", figure.heading(), entrant.title()),
                origin,
                samples,
                Optional.empty(),
                Optional.of(new AskedFigure.ComparedRuns(List.of(design), span, untilNanos)));
    }

    private static Origin origin(ComparedFigure figure) {
        Origin of = ExpectationOrigins.of(reported(figure));
        boolean rate = figure.unit() == ComparedUnit.PER_SECOND;
        return Origin.of(
                figure.help(),
                rate ? text("compare.formula-rate") : of.formula(),
                rate ? text("compare.unit-rate") : of.unit(),
                of.inputs(),
                of.span(),
                of.notModelled(),
                of.noTheory());
    }

    /** The figure of a report that it is. */
    private static Figure reported(ComparedFigure figure) {
        return switch (figure) {
            case MEAN -> new Figure.Latency(Statistic.MEAN);
            case P99 -> new Figure.Latency(Statistic.P99);
            case SUCCEEDED -> new Figure.Ended(Outcome.OK);
            case BUSIEST -> new Figure.Utilization();
            case COST -> new Figure.Cost();
            case READ_P50 -> new Figure.DataLatency(Statistic.P50, false);
            case READ_P99 -> new Figure.DataLatency(Statistic.P99, false);
            case WRITE_P50 -> new Figure.DataLatency(Statistic.P50, true);
            case WRITE_P99 -> new Figure.DataLatency(Statistic.P99, true);
            case STALE_AGE -> new Figure.StaleAge(Statistic.MEAN);
            case HIT_RATIO -> new Figure.Data(DataFigure.HIT_RATIO);
            case STALE -> new Figure.Data(DataFigure.STALE_READS);
            case LOST -> new Figure.Data(DataFigure.LOST_WRITES);
            case DATABASE_READS -> new Figure.Data(DataFigure.DATABASE_READS);
            case DATABASE_WRITES -> new Figure.Data(DataFigure.DATABASE_WRITES);
        };
    }
}
