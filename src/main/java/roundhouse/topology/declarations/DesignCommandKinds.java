package roundhouse.topology.declarations;

import java.time.Duration;
import java.util.List;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Command;
import roundhouse.topology.declarations.CommandKind.Effect;
import roundhouse.topology.declarations.CommandKind.Subject;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.groups.ScheduledSize;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;

/** Changes of the design while it runs: nodes that come and go, weights, algorithms, sizes. */
final class DesignCommandKinds {
    private DesignCommandKinds() {}

    static void declare(CommandDeclarations commands) {
        add(commands);
        remove(commands);
        weight(commands);
        algorithm(commands);
        scale(commands);
        resize(commands);
    }

    private static void add(CommandDeclarations commands) {
        Declarations<Command.Add> add = Declarations.of(Command.Add.class, "the command add");
        add.setting("add", Command.Add::node, new NodeType())
                .component("node")
                .says("Add", "The node, as among the nodes of a file.")
                .required("{ \"id\": \"s4\", … }", Server.of("", new Distribution.Fixed(Duration.ZERO)));
        add.setting("links", Command.Add::links, new ListType<>(new LinkItem()))
                .says("Links", "Its links, which begin or end at it.")
                .usually(List.of());
        commands.draft(
                        "add",
                        Command.Add.class,
                        add.described("A node comes in.").settings(),
                        Subject.TOPOLOGY)
                .is(Effect.MEND, "", command -> "+ " + command.node().title());
    }

    private static void remove(CommandDeclarations commands) {
        commands.ofNode(
                        "remove",
                        Command.Remove.class,
                        Command.Remove::node,
                        Subject.NODE,
                        _ -> "The node and its links go; what was in flight there finishes.")
                .is(Effect.BREAK, "be removed", _ -> "removed");
    }

    private static void weight(CommandDeclarations commands) {
        Declarations<Command.SetWeight> set = Declarations.of(Command.SetWeight.class, "the command weight");
        set.setting(CommandKind.WEIGHT, Command.SetWeight::weight, Types.whole(0, 65_535))
                .says("Weight", "The balancer's opinion of the target.")
                .required("5", 1);
        set.setting("from", Command.SetWeight::from, Types.id())
                .says("From", "The balancer.")
                .required("\"lb-1\"", "");
        set.setting("to", Command.SetWeight::to, Types.id())
                .says("To", "The target.")
                .required("\"s1\"", "");
        commands.draft(
                        CommandKind.WEIGHT,
                        Command.SetWeight.class,
                        set.described("The target gets this weight.").settings(),
                        Subject.LINK)
                .is(Effect.CHANGE, "", command -> "weight " + command.weight());
    }

    private static void algorithm(CommandDeclarations commands) {
        Declarations<Command.SetAlgorithm> set = Declarations.of(Command.SetAlgorithm.class, "the command algorithm");
        set.setting("algorithm", Command.SetAlgorithm::balancing, Balancing.TYPE)
                .component("balancing")
                .says("Algorithm", "How it picks from now on.")
                .required("\"round-robin\"", Balancing.of(Algorithm.ROUND_ROBIN));
        set.setting("of", Command.SetAlgorithm::balancer, Types.id())
                .component("balancer")
                .says("Of", "The balancer.")
                .required("\"lb-1\"", "");
        commands.draft(
                        "algorithm",
                        Command.SetAlgorithm.class,
                        set.described("The balancer picks otherwise.").settings(),
                        Subject.NODE)
                .is(
                        Effect.CHANGE,
                        "be given an algorithm",
                        command -> command.balancing().algorithm().key());
    }

    private static void scale(CommandDeclarations commands) {
        commands.ofNode("scale", Command.Scale.class, Command.Scale::node, Subject.GROUP, scale -> {
                    scale.setting("to", Command.Scale::servers, Types.whole(1, ScheduledSize.MOST))
                            .component("servers")
                            .says("To", "Servers that it is to have.")
                            .required("5", 1);
                    return "A server group has so many servers.";
                })
                .is(Effect.CHANGE, "be given a size", scale -> scale.servers() + " servers");
    }

    private static void resize(CommandDeclarations commands) {
        commands.ofMachine("resize", Command.Resize.class, Command.Resize::node, resize -> {
                    resize.setting("cores", Command.Resize::cores, Types.optional(Types.whole(1, 1_024), "as it is"))
                            .says("Cores", "How many it is to have.")
                            .usuallyMissing();
                    resize.setting("speed", Command.Resize::speed, Types.optional(Server.SPEEDS, "as it is"))
                            .says("Speed", "How fast each of a server's cores is to be; 1 is as its service time says.")
                            .usuallyMissing();
                    resize.setting("memory", Command.Resize::memory, Types.optional(CacheCapacity.TYPE, "as it is"))
                            .says("Memory", "How much the cache in it is to hold.")
                            .usuallyMissing();
                    resize.setting(
                                    "down",
                                    Command.Resize::outage,
                                    Types.optional(Types.milliseconds(), "while it runs"))
                            .component("outage")
                            .says("Down", "How long it is down for that, as a restart takes; without, it is not.")
                            .usuallyMissing();
                    return "The machine has another size: cores, speed, memory of its cache.";
                })
                .is(
                        Effect.CHANGE,
                        "be resized",
                        resize -> resize.cores() == null ? "resized" : resize.cores() + " cores");
    }
}
