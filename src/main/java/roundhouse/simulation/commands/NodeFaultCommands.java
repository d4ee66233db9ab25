package roundhouse.simulation.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.declarations.CommandKinds;
import roundhouse.topology.nodes.checking.CheckAnswer;

/** Makes nodes fail as commands say, ends that, and says in the transcript what happened and what it cost. */
public final class NodeFaultCommands {
    private final RunContext context;
    private final Network network;

    public NodeFaultCommands(RunContext context, Network network) {
        this.context = context;
        this.network = network;
    }

    /** Does it to all nodes that the command names. */
    public void apply(Command.OfNode command) {
        network.stacks().named(command.node()).forEach(id -> apply(command, id));
    }

    private void apply(Command.OfNode command, String id) {
        NodeComponent node = network.node(id);
        String not = "cannot " + CommandKinds.of(command).cannot();
        if (node == null) {
            say(id + " is not there and " + not);
        } else if (node.immunity() != null) {
            say(node.title() + " " + node.immunity() + " and " + not);
        } else {
            switch (command) {
                case Command.Crash(String _, CrashMode how) -> crash(node, how);
                case Command.Recover _ -> recover(node);
                case Command.Flap flap -> flap(node, flap);
                case Command.Restart restart -> restart(node, restart);
                case Command.Failing failing -> failAtRandom(node, failing);
                default -> {
                    if (node.isDown()) {
                        say(node.title() + " is down and " + not);
                    } else {
                        impair(node, command);
                    }
                }
            }
        }
    }

    private void crash(NodeComponent node, CrashMode how) {
        CrashMode before = node.condition.crash();
        boolean byItself = node.failBy(null);
        if (before == how) {
            say(node.title() + " is down already" + (byItself ? " and will stay so" : ""));
        } else if (before != null) {
            node.crash(how);
            say(node.title() + " is down already; from now on it " + manner(how, ""));
        } else {
            say(node.title() + " crashed" + manner(how, " and ") + takeDown(List.of(node), how));
        }
    }

    /** How others see a node that is down so; nothing for the usual. */
    static String manner(CrashMode how, String before) {
        return switch (how) {
            case REFUSE -> before.isEmpty() ? "refuses" : "";
            case BLACK_HOLE -> before + "answers nothing";
            case AFTER_ACCEPT -> before + "accepts, but never answers";
        };
    }

    /** Takes nodes down. Returns how many requests were lost that somebody waits for, and how many sessions, in words. */
    String takeDown(List<NodeComponent> nodes, CrashMode how) {
        int lost = LostRequests.count(context, nodes);
        long before = context.totals.sessionsLost;
        DataLoss data = new DataLoss(context, nodes);
        nodes.forEach(node -> node.crash(how));
        return lost(lost) + sessionsLost(context.totals.sessionsLost - before) + data.words();
    }

    private static String sessionsLost(long sessions) {
        return sessions == 0 ? "" : ", " + TranscriptWords.count(sessions, "session") + " lost";
    }

    static String lost(int requests) {
        return "; " + TranscriptWords.count(requests, "request") + " lost";
    }

    private void recover(NodeComponent node) {
        boolean byItself = node.failBy(null);
        long nowNanos = context.kernel.nowNanos();
        byte shown = node.condition.shown(nowNanos);
        String time = TranscriptWords.time(nowNanos - node.condition.sinceNanos(nowNanos));
        boolean answered = node.condition.checkAnswer() != null;
        String cost = node.cost();
        if (shown == NodeState.PAUSED) {
            // First, for what it does at once when it goes on comes of it.
            say(node.title() + " goes on after a pause of " + time + cost);
            node.recover();
            return;
        }
        node.recover();
        String what = switch (shown) {
            case NodeState.DOWN -> " recovered after " + time + cost + coldStart(node);
            case NodeState.FAULTY -> " makes no more errors" + cost;
            case NodeState.SLOW -> " is back to its own speed" + cost;
            default ->
                answered
                        ? " answers health checks as before"
                        : byItself ? " will not fail by itself any more" : " is up already";
        };
        say(node.title() + what);
    }

    private String coldStart(NodeComponent node) {
        double factor = node.slowFactor();
        return factor == 1 ? "" : "; it starts cold, " + TranscriptWords.number(factor) + "× slower";
    }

    /** A node that fails by itself does so now. */
    void goDown(NodeComponent node) {
        say(node.title() + " crashed" + takeDown(List.of(node), CrashMode.REFUSE));
    }

    /** A node that fails by itself is repaired. */
    void comeUp(NodeComponent node) {
        long nowNanos = context.kernel.nowNanos();
        String time = TranscriptWords.time(nowNanos - node.condition.sinceNanos(nowNanos));
        String cost = node.cost();
        node.recover();
        say(node.title() + " recovered after " + time + cost + coldStart(node));
    }

    private void flap(NodeComponent node, Command.Flap flap) {
        long down = DurationSampler.nanos(flap.down());
        long up = DurationSampler.nanos(flap.up());
        failBy(
                node,
                " flaps, down for " + TranscriptWords.time(down) + " and up for " + TranscriptWords.time(up),
                DurationSampler.always(down),
                DurationSampler.always(up));
    }

    private void restart(NodeComponent node, Command.Restart restart) {
        long outageNanos = DurationSampler.nanos(restart.outage());
        failBy(
                node,
                " restarts, down for " + TranscriptWords.time(outageNanos),
                DurationSampler.always(outageNanos),
                null);
    }

    private void failBy(NodeComponent node, String how, DurationSampler down, @Nullable DurationSampler up) {
        String cost = node.isDown() ? "" : takeDown(List.of(node), CrashMode.REFUSE);
        say(node.title() + how + cost);
        node.failBy(new Outages(context, this, node, down, up));
    }

    private void failAtRandom(NodeComponent node, Command.Failing failing) {
        say(node.title() + " fails at random from now on, every "
                + TranscriptWords.time(DurationSampler.nanos(failing.between())) + " on average and for "
                + TranscriptWords.time(DurationSampler.nanos(failing.repair())));
        node.failBy(Outages.byChance(context, this, node, failing.repair(), failing.between()));
    }

    private void impair(NodeComponent node, Command.OfNode command) {
        String title = node.title();
        switch (command) {
            case Command.Slow(String _, double factor) -> {
                String cost = node.cost();
                node.slow(factor);
                say(title
                        + (factor == 1
                                ? " is back to its own speed" + cost
                                : " is " + TranscriptWords.number(factor) + "× slower"));
            }
            case Command.Leak(String _, double perMinute) -> {
                node.leak(perMinute);
                say(title
                        + (perMinute == 0
                                ? " leaks no more"
                                : " leaks: slower by " + TranscriptWords.number(perMinute)
                                        + "× its own speed with each minute"));
            }
            case Command.Errors(String _, double rate, ErrorScope scope) -> {
                node.errors(rate, scope);
                say(title
                        + (rate == 0
                                ? " makes no more errors"
                                : " answers " + TranscriptWords.percent(rate) + " of " + scope.words() + " with errors"
                                        + (scope == ErrorScope.REQUESTS ? ", but passes health checks" : "")));
            }
            case Command.CheckAnswer(String _, int status, String body) -> {
                node.condition.checkAnswer(new CheckAnswer(status, body));
                say(title + " answers health checks with " + status + (body.isEmpty() ? "" : ", \"" + body + "\""));
            }
            default -> {
                if (node.isPaused()) {
                    say(title + " is paused already");
                } else {
                    node.pause();
                    say(title + " paused with " + TranscriptWords.count(node.metrics.inFlight.value(), "request")
                            + " in flight");
                }
            }
        }
    }

    private void say(String text) {
        context.transcript.say(text);
    }
}
