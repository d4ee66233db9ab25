package roundhouse.exchange.configuration.nginx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.exchange.configuration.nginx.syntax.NginxSyntaxException;
import roundhouse.topology.json.Problem;

/** Makes a system of directives: what is in {@code http} and in {@code stream}, or of a part of a configuration that has neither. */
final class NginxSystem {
    private static final Set<String> PARTS = Set.of("http", "stream");

    private final SystemDraft system;
    private final Remarks remarks;
    private final NginxNotes notes;
    private final NginxTargets targets;

    NginxSystem(SystemDraft system, String text) {
        this.system = system;
        remarks = Remarks.of(text);
        notes = new NginxNotes(system);
        targets = new NginxTargets(system, remarks, notes);
    }

    Optional<Problem> read(List<Directive> parsed, @Nullable Path directory) throws NginxSyntaxException {
        List<Directive> directives = new NginxIncludes(directory, notes).expand(parsed);
        List<Directive> blocks = new ArrayList<>();
        directives.stream()
                .filter(directive -> PARTS.contains(directive.name()))
                .forEach(blocks::add);
        if (blocks.isEmpty()) {
            blocks.add(new Directive("http", List.of(), 0, directives, true, ""));
        }
        List<NginxPart> parts = new ArrayList<>();
        List<List<NginxPart.Opened>> opened = new ArrayList<>();
        for (Directive block : blocks) {
            NginxPart part = new NginxPart(block, block.name().equals("stream"), system, remarks, notes, targets);
            parts.add(part);
            opened.add(part.open());
        }
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).fill(opened.get(i));
        }
        for (Directive directive : directives) {
            if (directive.name().equals("worker_processes")
                    && directive.argument(0).equals("1")) {
                notes.understood(directive, "one process, one balancer");
            } else if (directive.name().equals("events") && directive.block().isEmpty()) {
                notes.understood(directive, "nothing of its own");
            }
        }
        notes.rest(directives);
        return system.nodes().isEmpty()
                ? Optional.of(
                        new Problem("", 0, "nothing in it passes requests on: it has no upstream and no proxy_pass"))
                : Optional.empty();
    }
}
