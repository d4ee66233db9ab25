package roundhouse.topology.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.declarations.CommandKinds;
import roundhouse.topology.nodes.NodeKinds;

/** What the chapters of the reference are, in what order, and how one is found. */
final class ChaptersTest {
    private static List<String> names(List<Chapter> chapters) {
        return chapters.stream().map(Chapter::name).toList();
    }

    @Test
    void settingsBeginWithTheDocumentItsNodesAndItsLinks() {
        List<String> names = names(Reference.settings());
        List<String> kinds = List.copyOf(NodeKinds.all().keySet());
        assertThat(names.getFirst()).isEqualTo("topology");
        assertThat(names.subList(1, 1 + kinds.size())).isEqualTo(kinds);
        assertThat(names.get(1 + kinds.size())).isEqualTo("link");
    }

    @Test
    void partsAreFoundWithoutAnArticleHoweverDeepTheyAre() {
        assertThat(names(Reference.settings()))
                .contains("store", "annotation", "ejection rule", "TLS")
                .doesNotContain("a store", "an annotation", "an ejection rule");
    }

    @Test
    void commandsHaveChaptersOfTheirOwnAndNoneAmongTheSettings() {
        assertThat(names(Reference.commands())).isEqualTo(CommandKinds.verbs());
        assertThat(names(Reference.settings())).doesNotContain("the command crash", "command crash");
    }

    @Test
    void everythingIsSettingsThenCommandsThenFigures() {
        List<String> names = names(Reference.all());
        assertThat(names.getFirst()).isEqualTo("topology");
        assertThat(names).containsAll(CommandKinds.verbs());
        assertThat(names.getLast()).isEqualTo("figures");
    }

    @Test
    void aChapterIsFoundByItsName() {
        Chapter crash = Reference.chapter("crash").orElseThrow();
        assertThat(crash.title()).isEqualTo("crash");
        assertThat(crash.description()).isEqualTo("The node is down and forgets what it was doing.");
        assertThat(crash.rows()).extracting(Chapter.Row::key).containsExactly("crash", "how");
        assertThat(Reference.chapter("Server")).isEmpty();
        assertThat(Reference.chapter("server").orElseThrow().title()).isEqualTo("Server");
    }

    @Test
    void aFigureSaysItsUnitsAndWhatItIsWithoutANode() {
        assertThat(Reference.figures().rows())
                .contains(new Chapter.Row(
                        "p99",
                        "a duration like 200ms",
                        "of all clients",
                        "Round trips that ended well, as clients saw them; of a node, how long requests were there."));
        assertThat(row("failed").allowed()).contains(" or ");
        assertThat(row("max queue").usually()).isEmpty();
    }

    private static Chapter.Row row(String figure) {
        return Reference.figures().rows().stream()
                .filter(row -> row.key().equals(figure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoKeysOfOneSettingAreOneRow() {
        assertThat(Reference.chapter("clients").orElseThrow().rows())
                .extracting(Chapter.Row::key)
                .contains("region, regions");
        assertThat(ReferenceMarkdown.text()).contains("| `region`, `regions` | ");
    }

    @Test
    void whatAFileMustSayIsMarkedAndABarDoesNotEndACell() {
        String text = ReferenceMarkdown.text();
        assertThat(text)
                .contains(
                        "| `key` | a whole number from 0 to 10,000,000 | **required** | Which one, counted from 0. |");
        assertThat(text.lines().filter(line -> line.startsWith("| `")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "").split("\\|", -1))
                        .as(line)
                        .hasSize(6));
    }
}
