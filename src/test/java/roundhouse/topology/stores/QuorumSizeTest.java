package roundhouse.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.types.TypeTrial;

/** How many must answer, as a number or by a level's name, in files and in forms. */
final class QuorumSizeTest {
    private static final String LEVELS = "any, one, two, three, quorum, all, local-one, local-quorum, each-quorum";

    private final TypeTrial<QuorumSize> trial = new TypeTrial<>(QuorumSize.TYPE);

    @ParameterizedTest
    @EnumSource
    void aLevelIsReadAndWrittenByItsName(QuorumSize.Level level) {
        assertThat(trial.read("\"" + level.key() + "\"")).isEqualTo(level);
        assertThat(trial.written(level)).isEqualTo("\"" + level.key() + "\"");
        assertThat(trial.typed(QuorumSize.of(1), level.key())).isEqualTo(level);
        assertThat(trial.field(level).read().apply(level)).isEqualTo(level.key());
        assertThat(trial.checked(level)).isEmpty();
    }

    @Test
    void aNumberIsReadAndWrittenAsOne() {
        assertThat(trial.read("7")).isEqualTo(new QuorumSize.Count(7));
        assertThat(trial.written(QuorumSize.of(7))).isEqualTo("7");
        assertThat(trial.field(QuorumSize.of(7)).read().apply(QuorumSize.of(7))).isEqualTo("7");
    }

    @Test
    void anUnknownLevelIsRefusedWithTheNearest() {
        assertThat(trial.refusal("\"quorom\""))
                .containsExactly("unknown level \"quorom\"; allowed are a number or one of " + LEVELS
                        + "; did you mean \"quorum\"?");
        assertThat(trial.readOrNull("\"quorom\"")).isNull();
    }

    @Test
    void whatIsNeitherIsNoSize() {
        assertThat(trial.refusal("true")).containsExactly("\"k\" is true; a whole number from 1 to 100 is allowed");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "100, true", "101, false"})
    void aNumberIsFrom1To100(int count, boolean right) {
        assertThat(trial.checked(QuorumSize.of(count)).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9", "10", "99", "100"})
    void aNumberCanBeTyped(String text) {
        assertThat(trial.typed(QuorumSize.of(2), text)).isEqualTo(QuorumSize.of(Integer.parseInt(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.5", "most", "QUORUM"})
    void whatElseIsTypedIsRefused(String text) {
        assertThat(trial.typed(QuorumSize.of(2), text))
                .isEqualTo("no: found \"" + text + "\"; a number, or one of " + LEVELS);
    }

    @Test
    void theSchemaHasBothAndAnEmptyFieldShowsANumber() {
        assertThat(trial.schema()).contains("\"anyOf\"", "\"minimum\": 1", "\"maximum\": 100", "\"each-quorum\"");
        assertThat(trial.field(QuorumSize.of(1)).editor()).isEqualTo(new Editor.Text("2"));
    }
}
