package roundhouse.workbench.ring.cards;

import roundhouse.workbench.FigureText;
import roundhouse.workbench.ring.model.RingChange;
import roundhouse.workbench.ring.model.RingModel;

/**
 * What the middle of the ring says of the last change.
 *
 * @param moved how many keys moved, or how many there are
 * @param part the share of the keys that is, and the fair share
 * @param modulo what hash mod N would have moved; empty where that means nothing
 * @param scale what the ring is a picture of
 */
public record Headline(String moved, String part, String modulo, String scale) {
    public static Headline of(RingModel model) {
        RingChange change = model.change();
        String scale = "10¹⁸ stands for all 2⁶⁴ positions · "
                + model.state().settings().hash().key();
        if (change.label().isEmpty()) {
            return new Headline(
                    FigureText.count(model.keys().size()) + " keys",
                    model.ring() == null ? "change a server" : "drag a token, or change a server",
                    "",
                    scale);
        }
        return new Headline(
                FigureText.count(change.moved()) + " of " + FigureText.count(change.keys()) + " keys moved",
                FigureText.percent(change.part())
                        + (change.fairShare() > 0
                                ? " · fair share " + FigureText.percent(change.fairShare())
                                : " · none had to"),
                modulo(model, change),
                scale);
    }

    private static String modulo(RingModel model, RingChange change) {
        if (change.server().isEmpty() && !change.membership()) {
            return "";
        }
        return (change.membership() ? "" : "Without " + change.server() + ", ") + "hash(key) mod N would move "
                + FigureText.count(model.movedByModulo());
    }
}
