package roundhouse.topology.declarations;

import java.time.Duration;
import roundhouse.topology.Command;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.declarations.CommandKind.Effect;
import roundhouse.topology.declarations.CommandKind.Subject;
import roundhouse.topology.json.Units;
import roundhouse.topology.types.Types;

/** What can happen to a link, and to a target of a balancer. */
final class LinkCommandKinds {
    private LinkCommandKinds() {}

    static void declare(CommandDeclarations commands) {
        commands.ofLink("cut", Command.Cut.class, Subject.LINK, cut -> {
                    cut.setting("way", Command.Cut::direction, LinkDirection.TYPE)
                            .component("direction")
                            .says("Way", "Which direction nothing comes through.")
                            .usually(LinkDirection.BOTH);
                    return "Nothing comes through any more.";
                })
                .is(
                        Effect.BREAK,
                        "",
                        cut -> cut.direction() == LinkDirection.BOTH
                                ? "cut"
                                : "cut, " + cut.direction().key());
        commands.ofLink("delay", Command.Delay.class, Subject.LINK, delay -> {
                    delay.setting("by", Command.Delay::by, Types.duration())
                            .says("By", "How much longer everything takes.")
                            .required("\"50ms\"", Duration.ZERO);
                    delay.setting("jitter", Command.Delay::jitter, Types.duration())
                            .says("Jitter", "Up to how much more, by chance.")
                            .usually(Duration.ZERO);
                    return "Everything takes longer.";
                })
                .is(Effect.SLOW, "", _ -> "delay");
        commands.ofLink("loss", Command.Loss.class, Subject.LINK, loss -> {
                    loss.setting("rate", Command.Loss::rate, Types.share())
                            .says("Rate", "What part of what sets out, 0 to 1.")
                            .required("0.05", 0.0);
                    return "This share of what sets out is lost.";
                })
                .is(Effect.BREAK, "", loss -> "loss " + Units.percent(loss.rate()));
        commands.ofLink("mend", Command.Mend.class, Subject.LINK, _ -> "Nothing is wrong with the link any more.")
                .is(Effect.MEND, "", _ -> "mended");
        commands.ofLink(
                        "drain",
                        Command.Drain.class,
                        Subject.TARGET,
                        _ -> "The balancer gives the target no new clients; those that stick to it stay.")
                .is(Effect.CHANGE, "", _ -> "drain");
        commands.ofLink("undrain", Command.Undrain.class, Subject.TARGET, _ -> "The target takes new clients again.")
                .is(Effect.MEND, "", _ -> "undrain");
    }
}
