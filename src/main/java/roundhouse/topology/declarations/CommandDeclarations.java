package roundhouse.topology.declarations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import roundhouse.topology.Command;
import roundhouse.topology.declarations.CommandKind.Effect;
import roundhouse.topology.declarations.CommandKind.Subject;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;

/** How kinds of commands are declared: what those that name a node, a place or a link have in common. */
final class CommandDeclarations {
    final Map<String, CommandKind<?>> byVerb = new LinkedHashMap<>();
    final Map<Class<?>, CommandKind<?>> byType = new LinkedHashMap<>();

    <C extends Command> Draft<C> ofMachine(
            String verb, Class<C> type, Function<C, String> node, Function<Declarations<C>, String> settings) {
        return ofNode(verb, type, node, Subject.MACHINE, settings);
    }

    /** A command whose verb names a node; {@code settings} declares the others and returns what it does, in a sentence. */
    <C extends Command> Draft<C> ofNode(
            String verb,
            Class<C> type,
            Function<C, String> node,
            Subject subject,
            Function<Declarations<C>, String> settings) {
        return named(verb, type, node, "node", Types.id(), subject, settings);
    }

    <C extends Command> Draft<C> ofPlace(
            String verb, Class<C> type, Function<C, String> place, Function<Declarations<C>, String> settings) {
        return named(verb, type, place, "place", Types.name(), Subject.PLACE, settings);
    }

    private <C extends Command> Draft<C> named(
            String verb,
            Class<C> type,
            Function<C, String> name,
            String component,
            Type<String> nameType,
            Subject subject,
            Function<Declarations<C>, String> settings) {
        Declarations<C> declared = Declarations.of(type, "the command " + verb);
        declared.setting(verb, name, nameType)
                .component(component)
                .says("What", "What it happens to.")
                .required(subject == Subject.PLACE ? "\"eu-1\"" : "\"s1\"", "");
        String sentence = settings.apply(declared);
        return draft(verb, type, declared.described(sentence).settings(), subject);
    }

    <C extends Command.OfLink> Draft<C> ofLink(
            String verb, Class<C> type, Subject subject, Function<Declarations<C>, String> settings) {
        Declarations<C> declared = Declarations.of(type, "the command " + verb)
                .pair(verb, "from", Command.OfLink::from, "to", Command.OfLink::to, Types.id());
        String sentence = settings.apply(declared);
        return draft(verb, type, declared.described(sentence).settings(), subject);
    }

    <C extends Command> Draft<C> draft(String verb, Class<C> type, Settings<C> settings, Subject subject) {
        return new Draft<>(verb, type, settings, subject);
    }

    /** A kind of command of which all is declared but its effect. */
    final class Draft<C extends Command> {
        private final String verb;
        private final Class<C> type;
        private final Settings<C> settings;
        private final Subject subject;

        private Draft(String verb, Class<C> type, Settings<C> settings, Subject subject) {
            this.verb = verb;
            this.type = type;
            this.settings = settings;
            this.subject = subject;
        }

        /**
         * Completes the declaration.
         *
         * @param cannot what a node that is immune cannot do, in words: "be paused"
         * @param brief the command in two or three words, for the timeline
         */
        void is(Effect effect, String cannot, Function<C, String> brief) {
            CommandKind<C> kind = new CommandKind<>(verb, type, settings, subject, effect, cannot, brief);
            byVerb.put(verb, kind);
            byType.put(type, kind);
        }
    }
}
