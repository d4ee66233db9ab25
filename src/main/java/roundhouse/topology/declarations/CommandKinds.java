package roundhouse.topology.declarations;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.declarations.CommandKind.Effect;
import roundhouse.topology.declarations.CommandKind.Subject;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.groups.ScheduledSize;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;

/** The registry of commands that files can hold: what each says, in the order of messages. */
public final class CommandKinds {
    static final String WEIGHT = "weight";
    /** Ends whatever partition there is, and so names none. */
    public static final String HEAL = "heal";

    private static final Type<Integer> KEY = Types.whole(0, 10_000_000);

    private static final CommandDeclarations DECLARED = new CommandDeclarations();

    static {
        DECLARED.ofMachine("crash", Command.Crash.class, Command.Crash::node, crash -> {
                    crash.setting("how", Command.Crash::how, CrashMode.TYPE)
                            .says("How", "What the others see of it.")
                            .usually(CrashMode.REFUSE);
                    return "The node is down and forgets what it was doing.";
                })
                .is(Effect.BREAK, "crash", _ -> "crash");
        DECLARED.ofMachine(
                        "recover",
                        Command.Recover.class,
                        Command.Recover::node,
                        _ -> "The node is up, at its own speed, and nothing is wrong with it any more.")
                .is(Effect.MEND, "recover", _ -> "recover");
        DECLARED.ofMachine("slow", Command.Slow.class, Command.Slow::node, slow -> {
                    slow.setting("factor", Command.Slow::factor, Types.number(0.01, 1_000))
                            .says("Factor", "How many times as long service takes; 1 is normal.")
                            .required("3", 1.0);
                    return "Service takes so many times as long from now on.";
                })
                .is(
                        Effect.SLOW,
                        "be slowed",
                        slow -> slow.factor() == 1 ? "normal speed" : "slow ×" + Units.number(slow.factor()));
        DECLARED.ofMachine(
                        "pause",
                        Command.Pause.class,
                        Command.Pause::node,
                        _ -> "The node works on nothing, but keeps what it has and takes more.")
                .is(Effect.BREAK, "be paused", _ -> "pause");
        DECLARED.ofMachine("leak", Command.Leak.class, Command.Leak::node, leak -> {
                    leak.setting("per-minute", Command.Leak::perMinute, Types.number(0, 1_000))
                            .says("Per minute", "Normal service times more with each minute.")
                            .required("0.5", 0.0);
                    return "Service takes longer with each minute.";
                })
                .is(Effect.SLOW, "leak", _ -> "leak");
        DECLARED.ofMachine("errors", Command.Errors.class, Command.Errors::node, errors -> {
                    errors.setting("rate", Command.Errors::rate, Types.share())
                            .says("Rate", "What part of the requests, 0 to 1.")
                            .required("0.2", 0.0);
                    errors.setting("of", Command.Errors::scope, ErrorScope.TYPE)
                            .component("scope")
                            .says("Of", "What gets errors: all, requests only or health checks only.")
                            .usually(ErrorScope.ALL);
                    return "This share of requests gets an error instead of an answer, after its service.";
                })
                .is(
                        Effect.BREAK,
                        "make errors",
                        errors -> (errors.scope() == ErrorScope.CHECKS ? "check errors " : "errors ")
                                + Units.percent(errors.rate()));
        DECLARED.ofMachine("check-answer", Command.CheckAnswer.class, Command.CheckAnswer::node, answer -> {
                    answer.setting("status", Command.CheckAnswer::status, Types.whole(100, 599))
                            .says("Status", "What it answers health checks with.")
                            .usually(200);
                    answer.setting("body", Command.CheckAnswer::body, Types.line())
                            .says("Body", "What it says then.")
                            .usually("");
                    return "The server answers health checks with this until it recovers.";
                })
                .is(Effect.BREAK, "answer checks otherwise", answer -> "checks: " + answer.status());
        DECLARED.ofMachine("flap", Command.Flap.class, Command.Flap::node, flap -> {
                    flap.setting("down", Command.Flap::down, Types.milliseconds())
                            .says("Down", "How long it is down each time.")
                            .required("\"2s\"", Duration.ofSeconds(2));
                    flap.setting("up", Command.Flap::up, Types.milliseconds())
                            .says("Up", "How long it is up in between.")
                            .required("\"5s\"", Duration.ofSeconds(5));
                    return "Down for a while, up for a while, and so on.";
                })
                .is(Effect.BREAK, "flap", _ -> "flap");
        DECLARED.ofMachine("failing", Command.Failing.class, Command.Failing::node, failing -> {
                    failing.setting("between", Command.Failing::between, Types.milliseconds())
                            .says("Between", "Mean time from one repair to the next failure.")
                            .required("\"10min\"", Duration.ofMinutes(10));
                    failing.setting("repair", Command.Failing::repair, Types.milliseconds())
                            .says("Repair", "Mean time to repair.")
                            .required("\"30s\"", Duration.ofSeconds(30));
                    return "Fails and is repaired at random, by exponential times with these means.";
                })
                .is(Effect.BREAK, "fail at random", _ -> "random failures");
        DECLARED.ofMachine("restart", Command.Restart.class, Command.Restart::node, restart -> {
                    restart.setting("for", Command.Restart::outage, Types.duration())
                            .component("outage")
                            .says("For", "How long it is down.")
                            .required("\"5s\"", Duration.ZERO);
                    return "Down for so long, then up again.";
                })
                .is(Effect.BREAK, "restart", _ -> "restart");
        DECLARED.ofPlace("outage", Command.Outage.class, Command.Outage::place, outage -> {
                    outage.setting("how", Command.Outage::how, CrashMode.TYPE)
                            .says("How", "What the others see of them.")
                            .usually(CrashMode.BLACK_HOLE);
                    return "Every server and load balancer in that zone or region goes down at once.";
                })
                .is(Effect.BREAK, "", _ -> "outage");
        DECLARED.ofPlace(
                        "outage-over",
                        Command.OutageOver.class,
                        Command.OutageOver::place,
                        _ -> "Every server and load balancer in that zone or region recovers.")
                .is(Effect.MEND, "", _ -> "outage over");
        DECLARED.ofLink("cut", Command.Cut.class, Subject.LINK, cut -> {
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
        DECLARED.ofLink("delay", Command.Delay.class, Subject.LINK, delay -> {
                    delay.setting("by", Command.Delay::by, Types.duration())
                            .says("By", "How much longer everything takes.")
                            .required("\"50ms\"", Duration.ZERO);
                    delay.setting("jitter", Command.Delay::jitter, Types.duration())
                            .says("Jitter", "Up to how much more, by chance.")
                            .usually(Duration.ZERO);
                    return "Everything takes longer.";
                })
                .is(Effect.SLOW, "", _ -> "delay");
        DECLARED.ofLink("loss", Command.Loss.class, Subject.LINK, loss -> {
                    loss.setting("rate", Command.Loss::rate, Types.share())
                            .says("Rate", "What part of what sets out, 0 to 1.")
                            .required("0.05", 0.0);
                    return "This share of what sets out is lost.";
                })
                .is(Effect.BREAK, "", loss -> "loss " + Units.percent(loss.rate()));
        DECLARED.ofLink("mend", Command.Mend.class, Subject.LINK, _ -> "Nothing is wrong with the link any more.")
                .is(Effect.MEND, "", _ -> "mended");
        DECLARED.ofLink(
                        "drain",
                        Command.Drain.class,
                        Subject.TARGET,
                        _ -> "The balancer gives the target no new clients; those that stick to it stay.")
                .is(Effect.CHANGE, "", _ -> "drain");
        DECLARED.ofLink("undrain", Command.Undrain.class, Subject.TARGET, _ -> "The target takes new clients again.")
                .is(Effect.MEND, "", _ -> "undrain");
        partition();
        caches();
        add();
        DECLARED.ofNode(
                        "remove",
                        Command.Remove.class,
                        Command.Remove::node,
                        Subject.NODE,
                        _ -> "The node and its links go; what was in flight there finishes.")
                .is(Effect.BREAK, "be removed", _ -> "removed");
        weight();
        algorithm();
        scale();
        resize();
    }

    private CommandKinds() {}

    private static void scale() {
        DECLARED.ofNode("scale", Command.Scale.class, Command.Scale::node, Subject.GROUP, scale -> {
                    scale.setting("to", Command.Scale::servers, Types.whole(1, ScheduledSize.MOST))
                            .component("servers")
                            .says("To", "Servers that it is to have.")
                            .required("5", 1);
                    return "A server group has so many servers.";
                })
                .is(Effect.CHANGE, "be given a size", scale -> scale.servers() + " servers");
    }

    private static void resize() {
        DECLARED.ofMachine("resize", Command.Resize.class, Command.Resize::node, resize -> {
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

    private static void caches() {
        DECLARED.ofNode("purge", Command.Purge.class, Command.Purge::node, Subject.CACHE, purge -> {
                    purge.setting("key", Command.Purge::key, KEY)
                            .says("Key", "Which one, counted from 0.")
                            .required("7", 0);
                    return "What the node's caches have of the key goes.";
                })
                .is(Effect.CHANGE, "be purged", purge -> "purge key-" + purge.key());
        DECLARED.ofNode("ban", Command.Ban.class, Command.Ban::node, Subject.CACHE, ban -> {
                    ban.setting("first", Command.Ban::first, KEY)
                            .says("First", "The first key, counted from 0.")
                            .usually(0);
                    ban.setting("last", Command.Ban::last, KEY)
                            .says("Last", "The last key.")
                            .required("99", 0);
                    return "What the node's caches have of these keys now is not given any more; what comes later is.";
                })
                .is(Effect.CHANGE, "ban keys", ban -> "ban " + ban.first() + " to " + ban.last());
        DECLARED.ofNode(
                        "flush",
                        Command.Flush.class,
                        Command.Flush::node,
                        Subject.CACHE,
                        _ ->
                                "All that the node's caches have goes; what is still to be written to a store stays to be written.")
                .is(Effect.BREAK, "be flushed", _ -> "flush");
    }

    private static void partition() {
        Declarations<Command.Partition> partition = Declarations.of(Command.Partition.class, "the command partition");
        partition
                .setting("partition", Command.Partition::groups, new GroupsType())
                .component("groups")
                .says("Groups", "The nodes on each side; who is on none is reached from all.")
                .required("\"db-1,web-1/db-2,db-3\"", List.of());
        DECLARED.draft(
                        "partition",
                        Command.Partition.class,
                        partition
                                .described("Nothing comes through between these groups of nodes any more.")
                                .settings(),
                        Subject.TOPOLOGY)
                .is(Effect.BREAK, "", _ -> "partition");
        DECLARED.ofNode(
                        "promote",
                        Command.Promote.class,
                        Command.Promote::node,
                        Subject.MEMBER,
                        _ -> "The member of a store becomes its primary, and who hears of it follows.")
                .is(Effect.CHANGE, "be promoted", _ -> "promote");
        DECLARED.ofNode("clock", Command.Clock.class, Command.Clock::node, Subject.MEMBER, clock -> {
                    clock.setting("ahead", Command.Clock::ahead, Types.duration())
                            .says("Ahead", "By how much the member's clock is ahead of the others'.")
                            .required("\"500ms\"", Duration.ZERO);
                    return "The clock of a member of a store goes wrong.";
                })
                .is(
                        Effect.BREAK,
                        "have a wrong clock",
                        clock -> clock.ahead().isZero() ? "clock right" : "clock +" + Units.format(clock.ahead()));
        DECLARED.ofNode(
                        "join",
                        Command.Join.class,
                        Command.Join::node,
                        Subject.MEMBER,
                        _ -> "The spare member of a sharded store gets keys, which the others send it.")
                .is(Effect.CHANGE, "join", _ -> "join");
        DECLARED.ofNode(
                        "leave",
                        Command.Leave.class,
                        Command.Leave::node,
                        Subject.MEMBER,
                        _ -> "The member of a sharded store sends its keys to others and has none any more.")
                .is(Effect.CHANGE, "leave", _ -> "leave");
        Declarations<Command.Heal> heal = Declarations.of(Command.Heal.class, "the command heal");
        heal.setting(HEAL, Command.Heal::all, Types.flag())
                .component("all")
                .says("Heal", "The partition that there is.")
                .required("true", true);
        DECLARED.draft(
                        HEAL,
                        Command.Heal.class,
                        heal.described("There is no partition any more.").settings(),
                        Subject.TOPOLOGY)
                .is(Effect.MEND, "", _ -> HEAL);
    }

    private static void add() {
        Declarations<Command.Add> add = Declarations.of(Command.Add.class, "the command add");
        add.setting("add", Command.Add::node, new NodeType())
                .component("node")
                .says("Add", "The node, as among the nodes of a file.")
                .required("{ \"id\": \"s4\", … }", Server.of("", new Distribution.Fixed(Duration.ZERO)));
        add.setting("links", Command.Add::links, new ListType<>(new LinkItem()))
                .says("Links", "Its links, which begin or end at it.")
                .usually(List.of());
        DECLARED.draft(
                        "add",
                        Command.Add.class,
                        add.described("A node comes in.").settings(),
                        Subject.TOPOLOGY)
                .is(Effect.MEND, "", command -> "+ " + command.node().title());
    }

    private static void weight() {
        Declarations<Command.SetWeight> set = Declarations.of(Command.SetWeight.class, "the command weight");
        set.setting(WEIGHT, Command.SetWeight::weight, Types.whole(0, 65_535))
                .says("Weight", "The balancer's opinion of the target.")
                .required("5", 1);
        set.setting("from", Command.SetWeight::from, Types.id())
                .says("From", "The balancer.")
                .required("\"lb-1\"", "");
        set.setting("to", Command.SetWeight::to, Types.id())
                .says("To", "The target.")
                .required("\"s1\"", "");
        DECLARED.draft(
                        WEIGHT,
                        Command.SetWeight.class,
                        set.described("The target gets this weight.").settings(),
                        Subject.LINK)
                .is(Effect.CHANGE, "", command -> "weight " + command.weight());
    }

    private static void algorithm() {
        Declarations<Command.SetAlgorithm> set = Declarations.of(Command.SetAlgorithm.class, "the command algorithm");
        set.setting("algorithm", Command.SetAlgorithm::balancing, Balancing.TYPE)
                .component("balancing")
                .says("Algorithm", "How it picks from now on.")
                .required("\"round-robin\"", Balancing.of(Algorithm.ROUND_ROBIN));
        set.setting("of", Command.SetAlgorithm::balancer, Types.id())
                .component("balancer")
                .says("Of", "The balancer.")
                .required("\"lb-1\"", "");
        DECLARED.draft(
                        "algorithm",
                        Command.SetAlgorithm.class,
                        set.described("The balancer picks otherwise.").settings(),
                        Subject.NODE)
                .is(
                        Effect.CHANGE,
                        "be given an algorithm",
                        command -> command.balancing().algorithm().key());
    }

    public static Collection<CommandKind<?>> all() {
        return Collections.unmodifiableCollection(DECLARED.byVerb.values());
    }

    /** The keys that say what happens, in order. */
    public static List<String> verbs() {
        return List.copyOf(DECLARED.byVerb.keySet());
    }

    /**
     * The kind whose verb that is.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static CommandKind<?> of(String verb) {
        CommandKind<?> kind = DECLARED.byVerb.get(verb);
        if (kind == null) {
            throw new IllegalArgumentException("no command " + verb);
        }
        return kind;
    }

    /**
     * The kind of a command.
     *
     * @throws IllegalArgumentException for a {@link Command.Revise}, which files cannot hold
     */
    public static CommandKind<?> of(Command command) {
        CommandKind<?> kind = DECLARED.byType.get(command.getClass());
        if (kind == null) {
            throw new IllegalArgumentException("a scenario cannot hold a revision");
        }
        return kind;
    }
}
