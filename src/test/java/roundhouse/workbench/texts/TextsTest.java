package roundhouse.workbench.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import roundhouse.workbench.texts.SourceLiterals.Literal;

/** What the window says stands in the bundle, and what stands in the bundle is said. */
final class TextsTest {
    private static final Path WORKBENCH = Path.of("src", "main", "java", "roundhouse", "workbench");

    /** Two words, a capitalised word at the beginning, or words with a blank at an end, as pieces of a sentence have. */
    private static final Pattern TEXT = Pattern.compile(
            "(?s).*\\p{L}{2,}[,.:;)”’]* +[(“]?\\p{L}.*|^[(“]?\\p{Lu}\\p{Ll}{2,}.*|^ .*\\p{L}{3,}.*|.*\\p{L}{3,} $|.*\\p{L}{2,}…$");

    /** Keys as JavaFX names them, its styles, and markup. */
    private static final Pattern NOT_WORDS =
            Pattern.compile("(?s)(Shortcut|Alt|Shift|Ctrl)\\+.*|-fx-.*|<\\?xml.*|.* [a-zA-Z:-]+=\".*");

    /** Units, and words of formats that are read again or belong to the engine. */
    private static final Set<String> NOT_TRANSLATED = Set.of(
            // Keys by the names of key codes, names of fonts, and how properties of style are called.
            "Backspace",
            "Close Bracket",
            "Delete",
            "Equals",
            "Home",
            "Minus",
            "Open Bracket",
            "Paint",
            "Space,Period",
            "System",
            "system-ui, sans-serif\"",
            // Units stay what they are in every language.
            " req/s",
            " KiB",
            " MiB",
            " min ",
            // As they are typed: a rate, and goals in the language of expectations.
            "per second",
            "p99 < 200ms, failed < 0.1%",
            // In files: the remembered window, and the head of a CSV file.
            " maximized",
            "placement,keys moved,max over mean,standard deviation,memory bytes,lookup ns\n",
            // Looked for in what the engine and the importers say.
            "it stands in ",
            "(.+) (?:grows|shrinks) from (\\d+) to (\\d+)(?:[:,;].*)?",
            " crashed",
            " removed ",
            " missed check");

    private static final Pattern OF_FXML =
            Pattern.compile("\\b(text|promptText|accessibleText|accessibleHelp|title)=\"([^\"]*)\"");

    private static final List<Literal> LITERALS = SourceLiterals.below(WORKBENCH);

    @Test
    void noTextOfTheWindowStandsInCode() {
        assertThat(LITERALS)
                .filteredOn(literal -> !literal.internal()
                        && !literal.key()
                        && TEXT.matcher(literal.value()).matches()
                        && !NOT_WORDS.matcher(literal.value()).matches()
                        && !NOT_TRANSLATED.contains(literal.value()))
                .as("texts that could not be translated")
                .isEmpty();
    }

    @Test
    void noTextOfTheWindowStandsInFxml() {
        assertThat(ofFxml())
                .as("texts that could not be translated")
                .allSatisfy(value -> assertThat(value).startsWith("%"));
    }

    @Test
    void everyKeyThatIsAskedForIsThere() {
        Stream<String> asked = LITERALS.stream().filter(Literal::key).map(Literal::value);
        Stream<String> inFxml = ofFxml().stream().map(value -> value.substring(1));
        assertThat(Stream.concat(asked, inFxml)).isSubsetOf(Texts.BUNDLE.keySet());
    }

    /** A key may be put together of a beginning that ends with a dot or hyphen and a word that the code has elsewhere. */
    @Test
    void everyTextIsUsed() {
        Set<String> said = LITERALS.stream().map(Literal::value).collect(Collectors.toSet());
        ofFxml().forEach(value -> said.add(value.substring(1)));
        List<String> beginnings = said.stream()
                .filter(value -> value.matches("[a-z-]+(\\.[a-z0-9-]*)*[.-]"))
                .toList();
        assertThat(Texts.BUNDLE.keySet())
                .allSatisfy(key -> assertThat(
                                said.contains(key) || beginnings.stream().anyMatch(key::startsWith))
                        .as(key)
                        .isTrue());
    }

    /** Where there are places for values an apostrophe would quote what follows it. */
    @Test
    void patternsAreWellFormed() {
        Pattern loneApostrophe = Pattern.compile("(?<!')'(?!')");
        for (String key : Texts.BUNDLE.keySet()) {
            String value = Texts.text(key);
            assertThat(value).as(key).isEqualTo(value.strip()).isNotEmpty();
            if (value.matches("(?s).*\\{\\d.*")) {
                assertThat(new MessageFormat(value, Locale.ROOT).toPattern())
                        .as(key)
                        .isNotEmpty();
                assertThat(loneApostrophe.matcher(value).find()).as(key).isFalse();
            }
        }
    }

    private static List<String> ofFxml() {
        try (Stream<Path> files = Files.list(Path.of("fxml"))) {
            return files.flatMap(file -> OF_FXML.matcher(read(file))
                            .results()
                            .map((MatchResult found) -> found.group(2))
                            .filter(value -> value.matches(".*\\p{L}{2,}.*")))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
