package roundhouse.simulation.commands;

import org.jspecify.annotations.Nullable;
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

    public void cut(Command.Cut cut) {
        LinkComponent link = find(cut, "cut");
        if (link == null) {
            return;
        }
        LinkFaults faults = link.breakable();
        boolean already = (cut.direction() == LinkDirection.REPLIES || faults.isCut(false))
                && (cut.direction() == LinkDirection.REQUESTS || faults.isCut(true));
        if (already) {
            say(cut, "is cut already");
        } else {
            boolean quiet = link.isQuiet(cut.direction());
            int lost = link.cut(cut.direction());
            if (link.link().isHeartbeat()) {
                say(cut, "is cut; " + silenced(cut));
                return;
            }
            String where = switch (cut.direction()) {
                case BOTH -> "";
                case REQUESTS -> " for requests";
                case REPLIES -> " for replies";
            };
            say(cut, "is cut" + where + (quiet ? "; nothing was on its way" : NodeFaultCommands.lost(lost)));
        }
    }

    private static String silenced(Command.Cut cut) {
        return switch (cut.direction()) {
            case BOTH -> "no heartbeat gets through";
            case REQUESTS -> "no heartbeat of " + cut.from() + " gets through";
            case REPLIES -> "no heartbeat of " + cut.to() + " gets through";
        };
    }

    public void delay(Command.Delay delay) {
        LinkComponent link = find(delay, "delayed");
        if (link != null) {
            long byNanos = DurationSampler.nanos(delay.by());
            long jitterNanos = DurationSampler.nanos(delay.jitter());
            link.breakable().delay(byNanos, jitterNanos, context.kernel.nowNanos());
            say(delay, longer(byNanos, jitterNanos));
        }
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

    public void loss(Command.Loss loss) {
        LinkComponent link = find(loss, "made lossy");
        if (link != null) {
            link.breakable().lose(loss.rate(), context.kernel.nowNanos());
            say(
                    loss,
                    loss.rate() == 0
                            ? "loses nothing any more"
                            : "loses " + TranscriptWords.percent(loss.rate()) + " of what sets out on it");
        }
    }

    public void mend(Command.Mend mend) {
        LinkComponent link = find(mend, "mended");
        if (link == null) {
            return;
        }
        LinkFaults faults = link.faults();
        long nowNanos = context.kernel.nowNanos();
        if (faults == null || faults.shown() == LinkState.SOUND) {
            say(mend, "is sound already");
        } else {
            say(mend, "is mended after " + TranscriptWords.time(nowNanos - faults.sinceNanos()) + faults.cost());
            faults.mend(nowNanos);
        }
    }

    /** The balancer gives the target no new clients, or new ones again. */
    public void drain(String from, String to, boolean draining) {
        LinkComponent link = network.link(from, to);
        if (link == null || !link.from.picks()) {
            context.transcript.say("link " + from + " → " + to + " is "
                    + (link == null ? "not there" : "no load balancer's") + " and cannot be drained");
        } else if (link.isDraining() == draining) {
            context.transcript.say(from + (draining ? " drains " + to + " already" : " does not drain " + to));
        } else {
            link.drain(draining);
            context.transcript.say(
                    from + (draining ? " drains " + to + ": no new clients" : " gives " + to + " new clients again"));
        }
    }

    private @Nullable LinkComponent find(Command.OfLink command, String otherwise) {
        LinkComponent link = network.link(command.from(), command.to());
        if (link == null) {
            say(command, "is not there and cannot be " + otherwise);
        }
        return link;
    }

    private void say(Command.OfLink command, String text) {
        context.transcript.say("link " + command.from() + " → " + command.to() + " " + text);
    }
}
