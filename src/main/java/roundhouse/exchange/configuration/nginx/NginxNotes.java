package roundhouse.exchange.configuration.nginx;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.nginx.syntax.Directive;

/** What became of each directive; whatever nobody asked for is told of at the end, with the reason. */
final class NginxNotes {
    private final SystemDraft system;
    private final Set<Directive> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<Directive> missed = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What was understood somewhere. */
    private final Set<String> understood = new HashSet<>();

    NginxNotes(SystemDraft system) {
        this.system = system;
    }

    void understood(Directive directive, String became) {
        if (told.add(directive)) {
            understood.add(directive.text());
            system.told(directive.file(), directive.line(), directive.text(), true, became);
        }
    }

    void missed(Directive directive, String why) {
        if (told.add(directive)) {
            missed.add(directive);
            system.told(directive.file(), directive.line(), directive.text(), false, why);
        }
    }

    boolean knows(Directive directive) {
        return told.contains(directive);
    }

    /** Of all that nothing was told of yet. */
    void rest(List<Directive> directives) {
        for (Directive directive : directives) {
            boolean container =
                    Set.of("http", "stream", "server", "location", "upstream").contains(directive.name());
            if (!told.contains(directive)) {
                if (container && directive.block().stream().anyMatch(this::isTold)) {
                    understood(directive, "what is in it");
                } else if (!container && understood.contains(directive.text())) {
                    understood(directive, "the same as elsewhere");
                } else {
                    missed(directive, NginxReasons.of(directive));
                }
            }
            // What belongs to a block that means nothing means nothing either.
            if (missed.contains(directive)) {
                within(directive);
            } else if (container) {
                rest(directive.block());
            }
        }
    }

    private void within(Directive block) {
        for (Directive directive : block.block()) {
            missed(
                    directive,
                    "it stands in " + block.name() + " of line " + block.line() + ", which is not understood");
            within(directive);
        }
    }

    private boolean isTold(Directive directive) {
        return told.contains(directive) || directive.block().stream().anyMatch(this::isTold);
    }
}
