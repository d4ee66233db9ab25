package roundhouse.simulation.commands;

import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.algorithms.KeyText;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.topology.Command;
import roundhouse.topology.declarations.CommandKinds;

/** Takes what commands name out of caches, and says in the transcript what came of it. */
public final class CacheCommands {
    private final RunContext context;
    private final Network network;

    public CacheCommands(RunContext context, Network network) {
        this.context = context;
        this.network = network;
    }

    /** Does it to all nodes that the command names. */
    public void apply(Command.OfCache command) {
        network.stacks().named(command.node()).forEach(id -> apply(command, id));
    }

    private void apply(Command.OfCache command, String id) {
        NodeComponent node = network.node(id);
        String not = "cannot " + CommandKinds.of(command).cannot();
        List<KeptCache> caches = new ArrayList<>();
        if (node != null) {
            node.addCaches(caches);
        }
        if (node == null) {
            say(id + " is not there and " + not);
        } else if (node.cache() == null) {
            say(id + " has no cache and " + not);
        } else if (node.isDown()) {
            say(id + " is down and " + not);
        } else {
            say(id + " " + done(command, caches));
        }
    }

    private static String done(Command.OfCache command, List<KeptCache> caches) {
        return switch (command) {
            case Command.Purge(String _, int key) -> {
                boolean any = false;
                for (KeptCache cache : caches) {
                    any |= cache.purge(key);
                }
                yield "was purged of " + KeyText.of(key) + (any ? "" : ", which was not there");
            }
            case Command.Ban(String _, int first, int last) -> {
                caches.forEach(cache -> cache.ban(first, last));
                yield "gives nothing any more that it has of keys " + first + " to " + last;
            }
            case Command.Flush _ -> {
                long gone = 0;
                for (KeptCache cache : caches) {
                    gone += cache.flush();
                }
                yield "was flushed: " + gone + (gone == 1 ? " entry gone" : " entries gone");
            }
        };
    }

    private void say(String text) {
        context.transcript.say(text);
    }
}
