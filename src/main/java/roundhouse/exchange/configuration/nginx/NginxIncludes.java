package roundhouse.exchange.configuration.nginx;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.exchange.configuration.nginx.syntax.NginxParser;
import roundhouse.exchange.configuration.nginx.syntax.NginxSyntaxException;
import roundhouse.topology.json.FileText;

/**
 * Puts what included files say in the place of {@code include}. Only files in the directory of the configuration and below are read:
 * opening a configuration must not make the program read whatever else is on the machine.
 */
final class NginxIncludes {
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 200;

    private final @Nullable Path directory;
    private final NginxNotes notes;
    private int files;

    NginxIncludes(@Nullable Path directory, NginxNotes notes) {
        this.directory = directory;
        this.notes = notes;
    }

    List<Directive> expand(List<Directive> directives) throws NginxSyntaxException {
        return expand(directives, 0);
    }

    private List<Directive> expand(List<Directive> directives, int depth) throws NginxSyntaxException {
        List<Directive> all = new ArrayList<>();
        for (Directive directive : directives) {
            if (directive.name().equals("include") && !directive.hasBlock()) {
                all.addAll(included(directive, depth));
            } else if (directive.hasBlock()) {
                all.add(new Directive(
                        directive.name(),
                        directive.arguments(),
                        directive.line(),
                        expand(directive.block(), depth),
                        true,
                        directive.file()));
            } else {
                all.add(directive);
            }
        }
        return all;
    }

    private List<Directive> included(Directive include, int depth) throws NginxSyntaxException {
        if (include.argument(0).contains("modules-enabled/")) {
            notes.understood(include, "modules that are loaded");
            return List.of();
        }
        List<Path> found = find(include.argument(0));
        if (directory == null || depth >= DEEPEST || found.isEmpty()) {
            notes.missed(
                    include,
                    depth >= DEEPEST
                            ? "files include each other too deeply"
                            : "no such file beside the configuration; only files there and below are read");
            return List.of();
        }
        List<Directive> all = new ArrayList<>();
        for (Path file : found) {
            if (++files > MOST_FILES) {
                notes.missed(include, "more than " + MOST_FILES + " files are included");
                return all;
            }
            String name = String.valueOf(directory.relativize(file));
            switch (FileText.read(file, "a configuration")) {
                case FileText.Result.Wrong(var problem) -> notes.missed(include, name + ": " + problem.message());
                case FileText.Result.Text(String text) -> {
                    try {
                        all.addAll(expand(NginxParser.parse(text, name), depth + 1));
                    } catch (NginxSyntaxException e) {
                        throw new NginxSyntaxException(
                                include.line(),
                                "in " + name + ", line " + e.problem().line() + ": " + e.getMessage());
                    }
                }
            }
        }
        notes.understood(include, found.size() == 1 ? "read" : found.size() + " files read");
        return all;
    }

    /** In the order of their names, as nginx takes them. */
    private List<Path> find(String pattern) {
        if (directory == null || pattern.isEmpty() || pattern.length() > 1_000) {
            return List.of();
        }
        try {
            Path root = directory.toRealPath();
            Path wanted = root.resolve(pattern).normalize();
            Path parent = wanted.getParent();
            if (parent == null || !wanted.startsWith(root) || !Files.isDirectory(parent)) {
                return List.of();
            }
            List<Path> found = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(parent, String.valueOf(wanted.getFileName()))) {
                for (Path file : files) {
                    if (Files.isRegularFile(file) && file.toRealPath().startsWith(root)) {
                        found.add(directory.resolve(root.relativize(file)));
                    }
                }
            }
            return found.stream().sorted().toList();
        } catch (IOException | DirectoryIteratorException | IllegalArgumentException _) {
            return List.of();
        }
    }
}
