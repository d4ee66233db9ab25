package roundhouse.simulation.commands;

import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.LinkFaults;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.Command;
import roundhouse.topology.LinkDirection;

/** Makes links fail as commands say, mends them, and says in the transcript what happened and what it cost. */
public final class LinkFaultCommands {
    private final RunContext context;
    private final Network network;

    public LinkFaultCommands(RunContext context, Network network) {
        this.context = context;
        this.network = network;
    }

    /** Does what the command says to the link that joins these. */
    public void apply(Command.OfLink command, String from, String to) {
        switch (command) {
            case Command.Drain _ -> drain(from, to, true);
            case Command.Undrain _ -> drain(from, to, false);
            case Command.SetWeight _ -> throw new IllegalArgumentException("a weight is no fault");
            case Command.Cut _, Command.Delay _, Command.Loss _, Command.Mend _ -> {
                LinkComponent link = network.link(from, to);
                if (link == null) {
                    context.transcript.say(link(from, to) + " is not there and cannot be " + otherwise(command));
                } else {
                    change(link, command);
                }
            }
        }
    }

    private static String otherwise(Command.OfLink command) {
        return switch (command) {
            case Command.Delay _ -> "delayed";
            case Command.Loss _ -> "made lossy";
            case Command.Mend _ -> "mended";
            default -> "cut";
        };
    }

    private void change(LinkComponent link, Command.OfLink command) {
        switch (command) {
            case Command.Cut cut -> cut(link, cut.direction());
            case Command.Delay delay -> delay(link, delay);
            case Command.Loss loss -> loss(link, loss.rate());
            default -> mend(link);
        }
    }

    private void cut(LinkComponent link, LinkDirection direction) {
        LinkFaults faults = link.breakable();
        boolean already = (direction == LinkDirection.REPLIES || faults.isCut(false))
                && (direction == LinkDirection.REQUESTS || faults.isCut(true));
        if (already) {
            say(link, "is cut already");
        } else {
            boolean quiet = link.isQuiet(direction);
            int lost = link.cut(direction);
            if (link.link().isHeartbeat()) {
                say(link, "is cut; " + silenced(link, direction));
                return;
            }
            String where = switch (direction) {
                case BOTH -> "";
                case REQUESTS -> " for requests";
                case REPLIES -> " for replies";
            };
            say(link, "is cut" + where + (quiet ? "; nothing was on its way" : NodeFaultCommands.lost(lost)));
        }
    }

    private static String silenced(LinkComponent link, LinkDirection direction) {
        return switch (direction) {
            case BOTH -> "no heartbeat gets through";
            case REQUESTS -> "no heartbeat of " + link.from.title() + " gets through";
            case REPLIES -> "no heartbeat of " + link.to.title() + " gets through";
        };
    }

    private void delay(LinkComponent link, Command.Delay delay) {
        long byNanos = DurationSampler.nanos(delay.by());
        long jitterNanos = DurationSampler.nanos(delay.jitter());
        link.breakable().delay(byNanos, jitterNanos, context.kernel.nowNanos());
        say(link, longer(byNanos, jitterNanos));
    }

    private static String longer(long byNanos, long jitterNanos) {
        if (byNanos == 0) {
            return jitterNanos == 0
                    ? "is delayed no more"
                    : "takes up to " + TranscriptWords.time(jitterNanos) + " longer by chance";
        }
        return "takes " + TranscriptWords.time(byNanos) + " longer"
                + (jitterNanos == 0 ? "" : ", and up to " + TranscriptWords.time(jitterNanos) + " more by chance");
    }

    private void loss(LinkComponent link, double rate) {
        link.breakable().lose(rate, context.kernel.nowNanos());
        say(
                link,
                rate == 0
                        ? "loses nothing any more"
                        : "loses " + TranscriptWords.percent(rate) + " of what sets out on it");
    }

    private void mend(LinkComponent link) {
        LinkFaults faults = link.faults();
        long nowNanos = context.kernel.nowNanos();
        if (faults == null || faults.shown() == LinkState.SOUND) {
            say(link, "is sound already");
        } else {
            say(link, "is mended after " + TranscriptWords.time(nowNanos - faults.sinceNanos()) + faults.cost());
            faults.mend(nowNanos);
        }
    }

    /** The balancer gives the target no new clients, or new ones again. */
    private void drain(String from, String to, boolean draining) {
        LinkComponent link = network.link(from, to);
        if (link == null || !link.from.picks()) {
            context.transcript.say(link(from, to) + " is " + (link == null ? "not there" : "no load balancer's")
                    + " and cannot be drained");
        } else if (link.isDraining() == draining) {
            context.transcript.say(link.from.title()
                    + (draining ? " drains " + link.to.title() + " already" : " does not drain " + link.to.title()));
        } else {
            link.drain(draining);
            context.transcript.say(link.from.title()
                    + (draining
                            ? " drains " + link.to.title() + ": no new clients"
                            : " gives " + link.to.title() + " new clients again"));
        }
    }

    private String link(String from, String to) {
        return "link " + context.titles.of(from) + " → " + context.titles.of(to);
    }

    private void say(LinkComponent link, String text) {
        context.transcript.say(link(link.from.id, link.to.id) + " " + text);
    }
}
