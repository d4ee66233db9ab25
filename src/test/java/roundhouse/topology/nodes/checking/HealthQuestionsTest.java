package roundhouse.topology.nodes.checking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** What a health check asks, what a server answers, and which answers are good. */
final class HealthQuestionsTest {
    private static final CheckAnswer WELL = new CheckAnswer(204, "ready");

    private static CheckQuestion asking(String settings) {
        return new RecordTrial<>(CheckQuestion.SETTINGS).read("{ " + settings + " }");
    }

    private static CheckEndpoint endpoint(String settings) {
        return new RecordTrial<>(CheckEndpoint.SETTINGS).read("{ " + settings + " }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200          | 200 | true
            200          | 201 | false
            2xx          | 299 | true
            2xx          | 300 | false
            200-399      | 200 | true
            200-399      | 399 | true
            200-399      | 199 | false
            200-399      | 400 | false
            200,404      | 404 | true
            200, 404     | 404 | true
            200, 5xx     | 503 | true
            200, 300-310 | 404 | false
            """)
    void statusesAreNumbersClassesAndRanges(String good, int status, boolean right) {
        CheckQuestion question = asking("\"expect-status\": \"" + good + "\"");
        assertThat(question.complaint(new CheckAnswer(status, ""))).isEqualTo(right ? "" : String.valueOf(status));
    }

    @Test
    void aGoodAnswerHasItsBody() {
        CheckQuestion question = asking("\"expect-body\": \"ready\"");
        assertThat(question.complaint(new CheckAnswer(200, "is ready now"))).isEmpty();
        assertThat(question.complaint(new CheckAnswer(200, "no"))).isEqualTo("200, but without \"ready\" in its body");
        assertThat(question.complaint(new CheckAnswer(500, "ready"))).isEqualTo("500");
        assertThat(CheckQuestion.USUAL.complaint(new CheckAnswer(200, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "600", "200-", "2xx-300", "200,,300", ""})
    void whatIsNoStatusIsRefused(String text) {
        assertThat(new RecordTrial<>(CheckQuestion.SETTINGS).refusal("{ \"expect-status\": \"" + text + "\" }"))
                .containsExactly(
                        "/expect-status it: statuses look like 200, 2xx or 200-399, with commas between several");
    }

    @ParameterizedTest
    @CsvSource({"/health, true", "/, true", "health, false", "/a b, false"})
    void aPathBeginsWithASlashAndHasNoSpaces(String path, boolean right) {
        assertThat(new TypeTrial<>(CheckQuestion.PATHS).checked(path).isEmpty()).isEqualTo(right);
    }

    @Test
    void aPathIsOneLine() {
        assertThat(new TypeTrial<>(CheckQuestion.PATHS).checked("/a\nb")).isNotEmpty();
    }

    @Test
    void anErrorIsFrom400On() {
        assertThat(new CheckAnswer(399, "").isError()).isFalse();
        assertThat(new CheckAnswer(400, "").isError()).isTrue();
        assertThat(CheckAnswer.PLAIN.isError()).isFalse();
    }

    @Test
    void aPortIsOpenWhereItListens() {
        assertThat(CheckEndpoint.NONE.listens(asking(""))).isTrue();
        assertThat(CheckEndpoint.NONE.listens(asking("\"port\": 8081"))).isFalse();
        assertThat(endpoint("\"port\": 8081").listens(asking("\"port\": 8081"))).isTrue();
        assertThat(endpoint("\"port\": 8081").listens(asking("\"port\": 8082"))).isFalse();
        assertThat(endpoint("\"port\": 8081").listens(asking(""))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                               | -                             | well
            -                               | "path": "/x"                  | well
            "path": "/health"               | "path": "/health"             | well
            "path": "/health"               | "path": "/x"                  | not found
            "path": "/health"               | -                             | plain
            "port": 8081                    | "port": 8081                  | well
            "port": 8081                    | -                             | plain
            "port": 8081                    | "path": "/x"                  | not found
            "port": 8081, "path": "/health" | "port": 8081, "path": "/health" | well
            "port": 8081, "path": "/health" | "port": 8081, "path": "/x"    | not found
            "port": 8081, "path": "/health" | "port": 8081                  | not found
            """)
    void itIsWellWhereItIsAskedAsItIsToBe(String settings, String question, String answer) {
        CheckAnswer expected = switch (answer) {
            case "well" -> WELL;
            case "plain" -> CheckAnswer.PLAIN;
            default -> CheckAnswer.NOT_FOUND;
        };
        assertThat(endpoint(settings == null ? "" : settings).answer(asking(question == null ? "" : question), WELL))
                .isEqualTo(expected);
    }

    @Test
    void whatBecomesOfWhatIsInHandIsSaidByName() {
        RecordTrial<MarkedActions> trial = new RecordTrial<>(MarkedActions.SETTINGS);
        assertThat(trial.read("{}")).isEqualTo(new MarkedActions(false, false));
        String both = "{ \"on-marked-down\": \"shutdown-sessions\", \"on-marked-up\": \"shutdown-backup-sessions\" }";
        assertThat(trial.read(both)).isEqualTo(new MarkedActions(true, true));
        assertThat(trial.written(new MarkedActions(true, true))).isEqualTo(both);
        assertThat(trial.written(MarkedActions.NONE)).isEqualTo("{}");
    }
}
