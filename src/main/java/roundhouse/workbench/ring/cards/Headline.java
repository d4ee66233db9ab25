package roundhouse.workbench.ring.cards;

import roundhouse.workbench.FigureText;
import roundhouse.workbench.ring.model.RingChange;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.Streaming;

/**
 * What the middle of the ring says of the last change.
 *
 * @param moved how many keys moved, or how many there are
 * @param part the share of the keys that is, and the fair share
 * @param modulo what hash mod N would have moved; empty where that means nothing
 * @param streams how to read what is streamed; empty while nothing is
 * @param scale what the ring is a picture of
 */
public record Headline(String moved, String part, String modulo, String streams, String scale) {
    public static Headline of(RingModel model) {
        RingChange change = model.change();
        String scale = "10¹⁸ stands for all 2⁶⁴ positions · "
                + model.state().settings().hash().key();
        if (change.label().isEmpty()) {
            return new Headline(
                    FigureText.count(model.keys().size()) + " keys",
                    model.ring() == null ? "change a server" : "drag a token, or change a server",
                    "",
                    streams(model),
                    scale);
        }
        return new Headline(
                FigureText.count(change.moved()) + " of " + FigureText.count(change.keys()) + " keys moved",
                FigureText.percent(change.part())
                        + (change.fairShare() > 0
                                ? " · fair share " + FigureText.percent(change.fairShare())
                                : " · none had to"),
                modulo(model, change),
                streams(model),
                scale);
    }

    private static String streams(RingModel model) {
        return Streaming.underWay(model).isEmpty()
                ? ""
                : "Arcs: streamed, in the receiver's colour\nDots: in the sender's";
    }

    private static String modulo(RingModel model, RingChange change) {
        if (change.server().isEmpty() && !change.membership()) {
            return "";
        }
        return (change.membership() ? "" : "Without " + change.server() + ", ") + "hash(key) mod N would move "
                + FigureText.count(model.movedByModulo());
    }
}
