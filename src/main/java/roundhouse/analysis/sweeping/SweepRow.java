package roundhouse.analysis.sweeping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.expecting.Verdict;

/**
 * What came of one run of a sweep.
 *
 * @param run its number in the plan
 * @param digest of its event stream; 0 for one that could not be made
 * @param figures in the order of {@link SweepFigure}; not a number where nothing was measured
 * @param missed how many expectations of the design were not met
 * @param problem why there is no such run, in a line; empty for one that was made
 */
public record SweepRow(long run, long digest, List<Double> figures, int missed, Optional<String> problem) {
    public SweepRow {
        figures = List.copyOf(figures);
    }

    static SweepRow of(long run, Report report) {
        int missed = 0;
        for (Verdict verdict : report.verdicts()) {
            missed += verdict instanceof Verdict.Met ? 0 : 1;
        }
        return new SweepRow(
                run,
                report.digest(),
                Arrays.stream(SweepFigure.values())
                        .map(figure -> figure.of(report))
                        .toList(),
                missed,
                Optional.empty());
    }

    static SweepRow impossible(long run, String problem) {
        return new SweepRow(run, 0, List.of(), 0, Optional.of(problem));
    }

    /** Not a number where nothing was measured, or the run could not be made. */
    public double figure(SweepFigure figure) {
        return figures.isEmpty() ? Double.NaN : figures.get(figure.ordinal());
    }
}
