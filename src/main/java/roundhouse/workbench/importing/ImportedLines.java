package roundhouse.workbench.importing;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.LineNote;

/**
 * All that is told of an import in the order in which people want it: what was not understood, for it may matter; what was; what
 * was assumed. A section with nothing in it is left out. A view model: needs no screen.
 *
 * @param title what was imported, in a sentence
 */
public record ImportedLines(String title, List<ImportedLine> lines) {
    public ImportedLines {
        lines = List.copyOf(lines);
    }

    public static ImportedLines of(String title, Imported.Read read) {
        List<ImportedLine> lines = new ArrayList<>();
        add(lines, text("importing.not-understood"), settings(read.missed()));
        add(
                lines,
                text("importing.understood"),
                settings(read.notes().stream().filter(LineNote::understood).toList()));
        add(
                lines,
                text("importing.assumed"),
                read.assumed().stream().map(ImportedLine.Assumption::new).toList());
        return new ImportedLines(title, lines);
    }

    private static void add(List<ImportedLine> lines, String title, List<? extends ImportedLine> section) {
        if (!section.isEmpty()) {
            lines.add(new ImportedLine.Heading(title, section.size()));
            lines.addAll(section);
        }
    }

    private static List<ImportedLine.Setting> settings(List<LineNote> notes) {
        return notes.stream().map(ImportedLine.Setting::new).toList();
    }

    /** Whether any stands in an included file. */
    boolean areOfSeveralFiles() {
        return lines.stream()
                .anyMatch(line -> line instanceof ImportedLine.Setting(LineNote told)
                        && !told.file().isEmpty());
    }

    /** Those lines as text, in their order; all where none is chosen. */
    String copied(List<ImportedLine> chosen) {
        return (chosen.isEmpty() ? lines : chosen)
                .stream().map(ImportedLine::plain).collect(Collectors.joining("\n"));
    }
}
