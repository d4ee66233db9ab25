package roundhouse.workbench.inspector;

import java.util.List;
import roundhouse.analysis.origins.ExpectationOrigins;
import roundhouse.analysis.origins.Origin;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.expectations.Expectation;
import roundhouse.workbench.FigureText;

/**
 * What has come of an expectation at some moment of a run.
 *
 * @param state {@code met}, {@code missed} or {@code not known}
 * @param text the expectation as in files
 * @param finding what was measured, or why nothing was
 * @param origin where what was measured comes from
 */
record ExpectationLine(String state, String text, String finding, Origin origin) {
    private static final String SO_FAR = " so far";

    /** Those of the frame's topology, in its order. */
    static List<ExpectationLine> of(Frame frame) {
        boolean ended = frame.timeNanos >= frame.topology.duration().toNanos();
        return frame.verdicts.stream()
                .map(verdict -> new ExpectationLine(
                        verdict.state(),
                        verdict.expectation().text(),
                        finding(verdict, ended),
                        ExpectationOrigins.of(verdict.expectation())))
                .toList();
    }

    /** What is about the whole run can change as long as that goes on. */
    private static String finding(Verdict verdict, boolean ended) {
        boolean settled = switch (verdict.expectation()) {
            case Expectation.Bound bound -> bound.during() != null;
            case Expectation.Takeover _, Expectation.Convergence _, Expectation.Promise _ ->
                verdict instanceof Verdict.Missed;
        };
        return FigureText.sentence(verdict.finding())
                + (settled || ended || verdict instanceof Verdict.Unknown ? "" : SO_FAR);
    }

    /** Whether one of them has become known or is another one; what is measured so far is no news. */
    static boolean areNews(List<ExpectationLine> before, List<ExpectationLine> now) {
        return !before.stream()
                .map(ExpectationLine::news)
                .toList()
                .equals(now.stream().map(ExpectationLine::news).toList());
    }

    private ExpectationLine news() {
        return finding.endsWith(SO_FAR) ? new ExpectationLine(state, text, SO_FAR, origin) : this;
    }

    /** A sign that tells the state without colour. */
    String sign() {
        return switch (state) {
            case "met" -> "✓";
            case "missed" -> "✗";
            default -> "…";
        };
    }

    String styleClass() {
        return state.replace(' ', '-');
    }
}
