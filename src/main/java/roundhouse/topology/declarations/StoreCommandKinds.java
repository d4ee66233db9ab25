package roundhouse.topology.declarations;

import java.time.Duration;
import java.util.List;
import roundhouse.topology.Command;
import roundhouse.topology.declarations.CommandKind.Effect;
import roundhouse.topology.declarations.CommandKind.Subject;
import roundhouse.topology.json.Units;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.types.Types;

/** Partitions, and what can happen to a member of a store. */
final class StoreCommandKinds {
    private StoreCommandKinds() {}

    static void declare(CommandDeclarations commands) {
        Declarations<Command.Partition> partition = Declarations.of(Command.Partition.class, "the command partition");
        partition
                .setting("partition", Command.Partition::groups, new GroupsType())
                .component("groups")
                .says("Groups", "The nodes on each side; who is on none is reached from all.")
                .required("\"db-1,web-1/db-2,db-3\"", List.of());
        commands.draft(
                        "partition",
                        Command.Partition.class,
                        partition
                                .described("Nothing comes through between these groups of nodes any more.")
                                .settings(),
                        Subject.TOPOLOGY)
                .is(Effect.BREAK, "", _ -> "partition");
        commands.ofNode(
                        "promote",
                        Command.Promote.class,
                        Command.Promote::node,
                        Subject.MEMBER,
                        _ -> "The member of a store becomes its primary, and who hears of it follows.")
                .is(Effect.CHANGE, "be promoted", _ -> "promote");
        commands.ofNode("clock", Command.Clock.class, Command.Clock::node, Subject.MEMBER, clock -> {
                    clock.setting("ahead", Command.Clock::ahead, Types.duration())
                            .says("Ahead", "By how much the member's clock is ahead of the others'.")
                            .required("\"500ms\"", Duration.ZERO);
                    return "The clock of a member of a store goes wrong.";
                })
                .is(
                        Effect.BREAK,
                        "have a wrong clock",
                        clock -> clock.ahead().isZero() ? "clock right" : "clock +" + Units.format(clock.ahead()));
        commands.ofNode(
                        "join",
                        Command.Join.class,
                        Command.Join::node,
                        Subject.MEMBER,
                        _ -> "The spare member of a sharded store gets keys, which the others send it.")
                .is(Effect.CHANGE, "join", _ -> "join");
        commands.ofNode(
                        "leave",
                        Command.Leave.class,
                        Command.Leave::node,
                        Subject.MEMBER,
                        _ -> "The member of a sharded store sends its keys to others and has none any more.")
                .is(Effect.CHANGE, "leave", _ -> "leave");
        Declarations<Command.Heal> heal = Declarations.of(Command.Heal.class, "the command heal");
        heal.setting(CommandKind.HEAL, Command.Heal::all, Types.flag())
                .component("all")
                .says("Heal", "The partition that there is.")
                .required("true", true);
        commands.draft(
                        CommandKind.HEAL,
                        Command.Heal.class,
                        heal.described("There is no partition any more.").settings(),
                        Subject.TOPOLOGY)
                .is(Effect.MEND, "", _ -> CommandKind.HEAL);
    }
}
