package roundhouse.workbench.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.LineNote;
import roundhouse.topology.Topology;

/** What is told of an import, in which order, and how it is copied. */
final class ImportedLinesTest {
    private static final LineNote LISTENS = new LineNote(1, "listen 80", true, "where it listens");
    private static final LineNote ZIPS = new LineNote(2, "gzip on", false, "contents are not modelled");
    private static final LineNote BALANCES = new LineNote("up.conf", 3, 5, "upstream web", true, "a load balancer");

    private static ImportedLines imported(List<LineNote> notes, List<String> assumed) {
        return ImportedLines.of("Imported", new Imported.Read(Topology.EMPTY, "nginx", notes, assumed));
    }

    @Test
    void whatWasNotUnderstoodComesFirstThenWhatWasThenWhatWasAssumed() {
        assertThat(imported(List.of(LISTENS, ZIPS, BALANCES), List.of("Links take 1 ms."))
                        .lines())
                .containsExactly(
                        new ImportedLine.Heading("Not understood", 1),
                        new ImportedLine.Setting(ZIPS),
                        new ImportedLine.Heading("Understood", 2),
                        new ImportedLine.Setting(LISTENS),
                        new ImportedLine.Setting(BALANCES),
                        new ImportedLine.Heading("Assumed, since no configuration says it", 1),
                        new ImportedLine.Assumption("Links take 1 ms."));
    }

    @Test
    void aSectionWithNothingInItIsLeftOut() {
        assertThat(imported(List.of(LISTENS), List.of()).lines())
                .containsExactly(new ImportedLine.Heading("Understood", 1), new ImportedLine.Setting(LISTENS));
    }

    @Test
    void whereSomethingStandsNamesTheFileOnlyIfItWasIncluded() {
        assertThat(new ImportedLine.Setting(ZIPS).where()).isEqualTo("2");
        assertThat(new ImportedLine.Setting(BALANCES).where()).isEqualTo("up.conf, 3–5");
        assertThat(imported(List.of(ZIPS), List.of()).areOfSeveralFiles()).isFalse();
        assertThat(imported(List.of(ZIPS, BALANCES), List.of()).areOfSeveralFiles())
                .isTrue();
    }

    @Test
    void theChosenLinesAreCopiedOrAllOfThem() {
        ImportedLines imported = imported(List.of(LISTENS, ZIPS), List.of("Links take 1 ms."));
        assertThat(imported.copied(List.of(new ImportedLine.Setting(ZIPS))))
                .isEqualTo("line 2, not understood: gzip on (contents are not modelled)");
        assertThat(imported.copied(List.of())).isEqualTo("""
                        Not understood (1)
                        line 2, not understood: gzip on (contents are not modelled)
                        Understood (1)
                        line 1, understood: listen 80 (where it listens)
                        Assumed, since no configuration says it (1)
                        Links take 1 ms.""");
    }
}
