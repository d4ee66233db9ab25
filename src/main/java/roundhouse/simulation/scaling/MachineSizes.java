package roundhouse.simulation.scaling;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.commands.NodeFaultCommands;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.Command;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Resizing;
import roundhouse.topology.nodes.parts.Scalability;

/** Gives machines other sizes while they run: at once, or with a restart. Of a stack or a group all servers are. */
public final class MachineSizes {
    private final RunContext context;
    private final Network network;
    private final NodeFaultCommands faults;
    private final Regrouping regrouping;

    public MachineSizes(RunContext context, Network network, NodeFaultCommands faults, Regrouping regrouping) {
        this.context = context;
        this.network = network;
        this.faults = faults;
        this.regrouping = regrouping;
    }

    /** As the command says; says why not if it cannot be. */
    public void resize(Command.Resize command) {
        String title = context.titles.of(command.node());
        Node node = network.document().node(command.node()).orElse(null);
        if (node == null) {
            say(title + (network.node(command.node()) == null ? " is not there" : " is one of several equal ones")
                    + " and cannot be resized");
            return;
        }
        title = node.title();
        Scalability bounds = node.scalability();
        if (bounds != null
                && bounds.largest() != null
                && command.cores() != null
                && command.cores() > bounds.largest()) {
            say(title + " cannot have " + command.cores() + " cores: the largest machine has " + bounds.largest());
            return;
        }
        Node resized = node.resized(new Resizing(command.cores(), command.speed(), command.memory()));
        if (resized.equals(node)) {
            say(title + " stays as large as it is");
            return;
        }
        say(title + " is resized to " + words(command)
                + (command.outage() == null ? " while it runs" : ", with a restart"));
        if (command.outage() != null) {
            faults.apply(new Command.Restart(command.node(), command.outage()));
        }
        regrouping.become(network.document().with(resized));
    }

    private static String words(Command.Resize command) {
        List<String> words = new ArrayList<>();
        if (command.cores() != null) {
            words.add(TranscriptWords.count(command.cores(), "core"));
        }
        if (command.speed() != null) {
            words.add("speed " + TranscriptWords.number(command.speed()));
        }
        if (command.memory() != null) {
            words.add("a cache of "
                    + TranscriptWords.count(
                            command.memory().amount(), command.memory().inBytes() ? "byte" : "entry"));
        }
        return String.join(", ", words);
    }

    private void say(String text) {
        context.transcript.say(text);
    }
}
