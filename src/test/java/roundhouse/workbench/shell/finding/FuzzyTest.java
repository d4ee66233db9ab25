package roundhouse.workbench.shell.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FuzzyTest {
    private static final List<String> TITLES = List.of(
            "File New",
            "File Open…",
            "File Save",
            "File Save as…",
            "Edit Undo Move s1",
            "View Zoom in",
            "View Zoom to fit");

    private static List<String> find(String typed) {
        return Fuzzy.rank(TITLES, Function.identity(), Fuzzy::score, typed);
    }

    @Test
    void nothingTypedFindsEverythingInOrder() {
        assertThat(find("")).isEqualTo(TITLES);
        assertThat(find("  ")).isEqualTo(TITLES);
    }

    @Test
    void lettersInOrderAreEnoughWordStartsComeFirst() {
        assertThat(find("sav").getFirst()).isEqualTo("File Save");
        assertThat(find("save as").getFirst()).isEqualTo("File Save as…");
        assertThat(find("ztf").getFirst()).isEqualTo("View Zoom to fit");
        assertThat(find("undo")).containsExactly("Edit Undo Move s1");
        assertThat(find("ZOOM")).containsExactly("View Zoom in", "View Zoom to fit");
    }

    @Test
    void wrongLettersOrWrongOrderFindNothing() {
        assertThat(find("xyz")).isEmpty();
        assertThat(find("odnu edit")).isEmpty();
        assertThat(find("newww")).isEmpty();
    }

    @Test
    void wordsBeginWordsOfTheTextOrOfFurtherOnesWhichCountLess() {
        assertThat(Fuzzy.words("Edit Tidy", "arrange layout", "lay")).isPositive();
        assertThat(Fuzzy.words("Edit Tidy", "arrange layout", "ayout")).isNegative();
        assertThat(Fuzzy.words("Edit Tidy", "arrange layout", "tidy lay")).isPositive();
        assertThat(Fuzzy.words("Edit Tidy", "arrange layout", "tidy map")).isNegative();
        assertThat(Fuzzy.words("Setting Cores of s1", "", "core"))
                .as("a word goes before first letters of others")
                .isGreaterThan(Fuzzy.score("Arrange Collapse or expand frames", "core"));
        assertThat(Fuzzy.words("View Layout", "", "layout"))
                .isGreaterThan(Fuzzy.words("Edit Tidy", "arrange layout", "layout"));
    }
}
