package roundhouse.analysis.caching;

import java.util.List;

/**
 * The theory of one cache beside what was measured, for people.
 *
 * @param lines one for each figure
 */
public record TheoryTable(List<Line> lines) {
    /**
     * A figure.
     *
     * @param measured with its unit; a dash where it was not measured
     * @param expected with its unit; a dash where theory does not apply
     * @param reason by which formula, of what and under which assumptions; or why theory does not apply
     */
    public record Line(String label, String measured, String expected, String reason) {}

    public static TheoryTable of(List<Expected> expected, MeasuredCache measured) {
        return new TheoryTable(expected.stream()
                .map(one -> line(one, measured.of(one.figure())))
                .toList());
    }

    /** One figure beside what was measured of it, in its unit. */
    public static Line line(Expected one, double measured) {
        return new Line(
                one.figure().label(),
                one.figure().text(measured),
                one.figure().text(one.value()),
                one.applies() ? one.formula() : "no theory, because " + one.whyNot());
    }
}
