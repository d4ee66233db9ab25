package roundhouse.topology.declarations;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import roundhouse.topology.Command;

/** The registry of commands that files can hold: what each says, in the order of messages. */
public final class CommandKinds {
    private static final CommandDeclarations DECLARED = new CommandDeclarations();

    static {
        MachineCommandKinds.declare(DECLARED);
        LinkCommandKinds.declare(DECLARED);
        StoreCommandKinds.declare(DECLARED);
        CacheCommandKinds.declare(DECLARED);
        DesignCommandKinds.declare(DECLARED);
    }

    private CommandKinds() {}

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
