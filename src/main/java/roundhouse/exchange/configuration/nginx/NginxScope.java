package roundhouse.exchange.configuration.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.exchange.configuration.nginx.syntax.Directive;

/**
 * Where a directive is looked for: in a location, then its server, then the block around that, as nginx inherits. What is found first
 * holds; the others of the name mean nothing there.
 *
 * @param blocks from the inside out
 */
record NginxScope(List<Directive> blocks) {
    NginxScope {
        blocks = List.copyOf(blocks);
    }

    /** Within one more block. */
    NginxScope in(Directive block) {
        List<Directive> all = new ArrayList<>();
        all.add(block);
        all.addAll(blocks);
        return new NginxScope(all);
    }

    /** Those of a name in the nearest block that has any. */
    Stream<Directive> all(String name) {
        return blocks.stream().filter(block -> block.last(name).isPresent()).findFirst().stream()
                .flatMap(block -> block.all(name));
    }

    Optional<Directive> last(String name) {
        return all(name).reduce((_, later) -> later);
    }
}
