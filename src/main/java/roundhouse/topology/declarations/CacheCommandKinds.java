package roundhouse.topology.declarations;

import roundhouse.topology.Command;
import roundhouse.topology.declarations.CommandKind.Effect;
import roundhouse.topology.declarations.CommandKind.Subject;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;

/** What can be taken out of caches. */
final class CacheCommandKinds {
    private static final Type<Integer> KEY = Types.whole(0, 10_000_000);

    private CacheCommandKinds() {}

    static void declare(CommandDeclarations commands) {
        commands.ofNode("purge", Command.Purge.class, Command.Purge::node, Subject.CACHE, purge -> {
                    purge.setting("key", Command.Purge::key, KEY)
                            .says("Key", "Which one, counted from 0.")
                            .required("7", 0);
                    return "What the node's caches have of the key goes.";
                })
                .is(Effect.CHANGE, "be purged", purge -> "purge key-" + purge.key());
        commands.ofNode("ban", Command.Ban.class, Command.Ban::node, Subject.CACHE, ban -> {
                    ban.setting("first", Command.Ban::first, KEY)
                            .says("First", "The first key, counted from 0.")
                            .usually(0);
                    ban.setting("last", Command.Ban::last, KEY)
                            .says("Last", "The last key.")
                            .required("99", 0);
                    return "What the node's caches have of these keys now is not given any more; what comes later is.";
                })
                .is(Effect.CHANGE, "ban keys", ban -> "ban " + ban.first() + " to " + ban.last());
        commands.ofNode(
                        "flush",
                        Command.Flush.class,
                        Command.Flush::node,
                        Subject.CACHE,
                        _ ->
                                "All that the node's caches have goes; what is still to be written to a store stays to be written.")
                .is(Effect.BREAK, "be flushed", _ -> "flush");
    }
}
