package roundhouse.exchange.configuration.nginx.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement of a configuration: {@code weight} and what it is, or {@code server} and a block of others.
 *
 * @param line where it begins, from 1
 * @param block what is in its braces; empty where it has none
 * @param hasBlock whether it has braces
 * @param file which included file it stands in; empty for the one that was opened
 */
public record Directive(
        String name, List<String> arguments, int line, List<Directive> block, boolean hasBlock, String file) {
    public Directive {
        arguments = List.copyOf(arguments);
        block = List.copyOf(block);
    }

    /** The argument with that index, or an empty text. */
    public String argument(int index) {
        return index < arguments.size() ? arguments.get(index) : "";
    }

    /** Those directly in its block of that name. */
    public Stream<Directive> all(String name) {
        return block.stream().filter(directive -> directive.name.equals(name));
    }

    /** The last directly in its block of that name. */
    public Optional<Directive> last(String name) {
        return all(name).reduce((_, later) -> later);
    }

    /** It as a message shows it, without its block. */
    public String text() {
        return name + (arguments.isEmpty() ? "" : " " + String.join(" ", arguments));
    }
}
