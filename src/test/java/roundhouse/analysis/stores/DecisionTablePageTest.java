package roundhouse.analysis.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/decision-table.md} says what runs show; {@code -Dgenerated.write=true} writes it anew. */
class DecisionTablePageTest {
    private static final Path PAGE = Path.of("docs/decision-table.md");
    private static List<PacelcRow> rows = List.of();

    @BeforeAll
    static void run() throws IOException {
        List<StoreVariant> systems = new ArrayList<>();
        for (ClaimedSystem system : ClaimedSystem.ALL) {
            systems.add(new StoreVariant(system.name(), StoreVariantsTest.sample(system.sample())));
        }
        rows = new PacelcRuns(systems, ClaimedSystem.STORE, () -> false)
                .finish()
                .rows();
        if (Boolean.getBoolean("generated.write")) {
            Files.writeString(PAGE, page());
        }
    }

    private static PacelcFinding finding(int at) {
        return rows.get(at).finding().orElseThrow();
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Which store for what: claimed and measured

                What is said of systems, and what a run of a sample that is set as they are has shown: with nothing wrong for 20 s, and with a partition of 20 s that cuts the first site, or the first two of five, off from the others. P is for partition: A when every member that was up answered all it was asked, C when some of it was refused and what was answered kept its promise, – when neither. E is for else: C when one order in real time explains every answer (linearizable), L when reads were old. Old is a read that gave an older value than was known when it began; medians of latencies are where the store is asked, its members 20 ms apart.

                | | Claimed | by | set as | The run showed | P: partition | E: else | sample |
                |---|---|---|---|---|---|---|---|
                """);
        for (int i = 0; i < rows.size(); i++) {
            ClaimedSystem system = ClaimedSystem.ALL.get(i);
            page.append("| ")
                    .append(String.join(
                            " | ",
                            system.name(),
                            system.claim(),
                            system.source(),
                            system.set(),
                            "**" + finding(i).letters() + "**, " + system.verdict(finding(i)),
                            PacelcWords.partition(rows.get(i)),
                            PacelcWords.otherwise(rows.get(i)),
                            "[" + system.sample().replace(".json", "") + "](samples.md)"))
                    .append(" |\n");
        }
        for (ClaimedSystem system : ClaimedSystem.ALL) {
            if (!system.note().isEmpty()) {
                page.append("\n**")
                        .append(system.name())
                        .append(".** ")
                        .append(system.note())
                        .append('\n');
            }
        }
        page.append("""

                Claims are about defaults of their time and settings move a system, as the two rows of MongoDB show. CP and AP say nothing of what is when nothing is wrong. The page is made by `mvn -Pquick test -Dtest=DecisionTablePageTest -Dgenerated.write=true`; the same table is in the window under Help, where its runs can be watched.
                """);
        return page.toString();
    }

    @Test
    void thePageSaysWhatRunsShow() {
        assertThat(PAGE)
                .as("after a change: mvn -Pquick test -Dtest=DecisionTablePageTest -Dgenerated.write=true")
                .hasContent(page());
    }

    @Test
    void aNoteSaysWhyWhereARunShowsSomethingElseAndNowhereElse() {
        for (int i = 0; i < rows.size(); i++) {
            ClaimedSystem system = ClaimedSystem.ALL.get(i);
            assertThat(system.note().isEmpty())
                    .as(system.name() + ": " + finding(i).letters())
                    .isEqualTo(system.isKept(finding(i)));
        }
    }

    @Test
    void everySampleOfTheTableIsInItAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            assertThat(ClaimedSystem.ALL.stream().map(ClaimedSystem::sample).distinct())
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.startsWith("decision-"))
                            .toList());
        }
    }

    @Test
    void consistencyOfCapIsNoClaimAboutElse() {
        PacelcFinding fast = new PacelcFinding(PacelcFinding.Partition.CONSISTENCY, PacelcFinding.Else.LATENCY);
        ClaimedSystem bank = ClaimedSystem.ALL.getFirst();
        assertThat(bank.claim()).isEqualTo("CP");
        assertThat(bank.verdict(fast)).isEqualTo("as claimed");
        ClaimedSystem social = ClaimedSystem.ALL.get(1);
        assertThat(social.verdict(fast)).isEqualTo("not AP in this run");
    }
}
