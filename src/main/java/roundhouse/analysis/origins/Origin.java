package roundhouse.analysis.origins;

import java.util.List;
import roundhouse.analysis.queueing.Quantity;

/**
 * Where a figure comes from.
 *
 * @param what what it is, in a sentence
 * @param formula how it is worked out, in words or symbols
 * @param unit of its values, in words; "none" where it is no number
 * @param inputs what goes in
 * @param span over what stretch of the run
 * @param notModelled what it leaves out, in a sentence
 * @param compared what has closed forms for it; empty where none has
 * @param noTheory why there is no closed form of any, in words that follow "because"; empty where there can be one
 */
public record Origin(
        String what,
        String formula,
        String unit,
        String inputs,
        OriginSpan span,
        String notModelled,
        List<Quantity> compared,
        String noTheory) {
    /** One without a closed form. */
    public static Origin of(
            String what,
            String formula,
            String unit,
            String inputs,
            OriginSpan span,
            String notModelled,
            String noTheory) {
        return new Origin(what, formula, unit, inputs, span, notModelled, List.of(), noTheory);
    }

    /** The same with closed forms for these. */
    public Origin against(Quantity... quantities) {
        return new Origin(what, formula, unit, inputs, span, notModelled, List.of(quantities), "");
    }

    /** All of it, for where there is room for one text only. */
    public String text() {
        return what + "\nFormula: " + formula + "\nUnit: " + unit + "\nGoes in: " + inputs + "\nNot modelled: "
                + notModelled;
    }
}
