package roundhouse.workbench.files;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.LineNote;
import roundhouse.workbench.Notice;
import roundhouse.workbench.importing.ImportedLines;

/** Tells what came of importing a configuration: what was not understood, with its reasons, and each line for whoever wants to read it. */
final class ImportNotice {
    private static final int MOST_NAMED = 3;

    private ImportNotice() {}

    static Notice of(String file, Imported.Read read, Prompts prompts) {
        String message = text(
                "files.imported-a-configuration-of-settings",
                file,
                read.format(),
                read.notes().size() - read.missed().size(),
                read.missed().size());
        ImportedLines lines = ImportedLines.of(message, read);
        return new Notice(
                read.missed().isEmpty() ? Notice.Kind.HINT : Notice.Kind.PROBLEM,
                message,
                Stream.concat(reasons(read.missed()), read.assumed().stream()).toList(),
                List.of(new Notice.Choice(text("files.details"), () -> prompts.showImported(lines))),
                Notice.Details.ARE_SHORTENED);
    }

    /** A line for each reason: those of one line first, for the others are mostly about logs and the program itself. */
    private static Stream<String> reasons(List<LineNote> missed) {
        Map<String, List<LineNote>> byReason = new LinkedHashMap<>();
        missed.stream()
                // What belongs to something that is not understood is told with it.
                .filter(note -> !note.note().startsWith("it stands in "))
                .forEach(note -> byReason.computeIfAbsent(note.note(), _ -> new ArrayList<>())
                        .add(note));
        return byReason.values().stream()
                .sorted(Comparator.comparingInt(List::size))
                .map(ImportNotice::reason);
    }

    private static String reason(List<LineNote> notes) {
        if (notes.size() == 1) {
            return notes.getFirst().toString();
        }
        String named = notes.stream().limit(MOST_NAMED).map(LineNote::text).collect(Collectors.joining(", "));
        return text(
                "files.lines-not-understood",
                notes.size(),
                named,
                notes.size() > MOST_NAMED ? ", …" : "",
                notes.getFirst().note());
    }
}
