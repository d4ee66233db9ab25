package roundhouse.topology.declarations;

import java.util.List;
import java.util.function.Function;
import roundhouse.topology.Command;
import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Settings;

/**
 * A kind of command: all there is to say of it. Files, {@code --do}, the schema, the menus that break things, the flags on the timeline
 * and the transcript read it here.
 *
 * @param verb the key that says in files what happens: {@code crash}
 * @param subject what it happens to
 * @param effect what it does to the running system, as its flag's colour says
 * @param cannot what could not be done to a node, for the transcript: "crash", "be slowed"
 * @param brief the command in a word or two, for its flag
 */
public record CommandKind<C extends Command>(
        String verb,
        Class<C> type,
        Settings<C> settings,
        Subject subject,
        Effect effect,
        String cannot,
        Function<C, String> brief) {
    /** The key of a command's time in a scenario, which is no field of the commands themselves. */
    static final String AT = "at";
    /** Sets a weight, and so names a link by its ends each in a field of its own. */
    static final String WEIGHT = "weight";
    /** Ends whatever partition there is, and so names none. */
    public static final String HEAL = "heal";

    /** What a command happens to. */
    public enum Subject {
        /** A server or a load balancer; clients stand for people and do not break. */
        MACHINE,
        /** A node of any kind. */
        NODE,
        /** A node that has a cache. */
        CACHE,
        /** A group of servers. */
        GROUP,
        /** A member of a replicated store. */
        MEMBER,
        LINK,
        /** A link from a load balancer to one of its targets. */
        TARGET,
        /** A zone or a region. */
        PLACE,
        TOPOLOGY
    }

    /** What a command does. */
    public enum Effect {
        BREAK,
        SLOW,
        MEND,
        CHANGE
    }

    /** Whether files name its subject by the two ends of a link in a list. */
    public boolean isOfEnds() {
        return (subject == Subject.LINK || subject == Subject.TARGET) && !verb.equals(WEIGHT);
    }

    /**
     * How it is written on one line, with all that it must say: {@code 10s slow s1 factor=3}. Commas between texts go, those within one
     * stay.
     */
    public String example() {
        StringBuilder line = new StringBuilder("10s ").append(verb);
        settings.examples()
                .forEach((key, value) -> line.append(key.equals(verb) ? " " : " " + key + "=")
                        .append(value.replaceAll("(?<=\"),|[\\[\\]\"]", "")));
        return line.toString();
    }

    Command read(Fields fields) {
        return settings.read(fields, List.of(AT));
    }

    Json.Obj json(Command command) {
        return settings.json(type.cast(command));
    }

    /** Adds what is wrong with what the command says, its subject apart. */
    public void check(Command command, Checks checks) {
        settings.check(type.cast(command), checks);
    }

    Json.Obj schema(Definitions definitions) {
        return settings.schema(definitions);
    }

    /** The command in a word or two, without its subject: "slow ×3". */
    public String briefly(Command command) {
        return brief.apply(type.cast(command));
    }
}
