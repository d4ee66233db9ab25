package roundhouse.analysis.queueing;

/**
 * What theory says of one quantity.
 *
 * @param value in the unit of the quantity; not a number where no closed form applies
 * @param formula which queue it is and by which formula, of what and under which assumptions; empty where none applies
 * @param whyNot why none applies, in words that follow "because"; empty where one does
 */
public record ClosedForm(double value, String formula, String whyNot) {
    static ClosedForm of(double value, String formula) {
        return new ClosedForm(value, formula, "");
    }

    static ClosedForm not(String whyNot) {
        return new ClosedForm(Double.NaN, "", whyNot);
    }

    public boolean applies() {
        return whyNot.isEmpty();
    }
}
