package roundhouse.workbench.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryTest {
    private static final List<Glossary.Entry> ENTRIES = Glossary.shipped().entries();

    @Test
    void hasEveryLineOfTheFile() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs", "glossary.md")).stream()
                .filter(line -> line.startsWith("-"))
                .toList();
        assertThat(ENTRIES).isNotEmpty();
        assertThat(ENTRIES)
                .extracting(entry -> "- **" + entry.term() + "**: " + entry.meaning())
                .isEqualTo(lines);
    }

    @Test
    void termsAreUniqueAndSorted() {
        List<String> terms = ENTRIES.stream().map(Glossary.Entry::term).toList();
        assertThat(terms).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(terms.stream().map(String::toLowerCase)).doesNotHaveDuplicates();
    }

    @Test
    void meaningsAreOneSentence() {
        assertThat(ENTRIES)
                .extracting(Glossary.Entry::meaning)
                .allSatisfy(
                        meaning -> assertThat(meaning).matches("\\S.*[^.]\\.").doesNotContain(". "));
    }

    @Test
    void entriesAreFoundByTermAndByMeaning() {
        Glossary.Entry entry = Glossary.parse("# Words\n\n- **Hop**: A stay at a node.\nno entry\n")
                .entries()
                .getFirst();
        assertThat(entry).isEqualTo(new Glossary.Entry("Hop", "A stay at a node."));
        assertThat(entry.matches("hO")).isTrue();
        assertThat(entry.matches(" NODE ")).isTrue();
        assertThat(entry.matches("")).isTrue();
        assertThat(entry.matches("link")).isFalse();
    }
}
