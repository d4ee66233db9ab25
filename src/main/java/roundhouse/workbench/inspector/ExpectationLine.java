package roundhouse.workbench.inspector;

import java.util.List;
import roundhouse.analysis.origins.ExpectationOrigins;
import roundhouse.analysis.origins.Origin;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.expectations.Expectation;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.texts.Texts;

/**
 * What has come of an expectation at some moment of a run.
 *
 * @param state {@code met}, {@code missed} or {@code not known}
 * @param text the expectation as in files
 * @param finding what was measured, or why nothing was
 * @param isSoFar whether what was measured can change as long as the run goes on
 * @param origin where what was measured comes from
 */
record ExpectationLine(String state, String text, String finding, boolean isSoFar, Origin origin) {
    /** Those of the frame's topology, in its order. */
    static List<ExpectationLine> of(Frame frame) {
        boolean ended = frame.timeNanos >= frame.topology.duration().toNanos();
        return frame.verdicts.stream().map(verdict -> of(verdict, ended)).toList();
    }

    private static ExpectationLine of(Verdict verdict, boolean ended) {
        boolean soFar = !(ended || verdict instanceof Verdict.Unknown || isSettled(verdict));
        String finding = FigureText.sentence(verdict.finding());
        return new ExpectationLine(
                verdict.state(),
                verdict.expectation().text(),
                soFar ? Texts.text("inspector.so-far", finding) : finding,
                soFar,
                ExpectationOrigins.of(verdict.expectation()));
    }

    /** What is about the whole run is not, as long as that goes on. */
    private static boolean isSettled(Verdict verdict) {
        return switch (verdict.expectation()) {
            case Expectation.Bound bound -> bound.during() != null;
            case Expectation.Takeover _, Expectation.Convergence _, Expectation.Promise _ ->
                verdict instanceof Verdict.Missed;
        };
    }

    /** Whether one of them has become known or is another one; what is measured so far is no news. */
    static boolean areNews(List<ExpectationLine> before, List<ExpectationLine> now) {
        return !before.stream()
                .map(ExpectationLine::news)
                .toList()
                .equals(now.stream().map(ExpectationLine::news).toList());
    }

    private ExpectationLine news() {
        return isSoFar ? new ExpectationLine(state, text, "", true, origin) : this;
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
