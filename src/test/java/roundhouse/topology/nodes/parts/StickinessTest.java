package roundhouse.topology.nodes.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.topology.nodes.parts.Sticky.By;
import roundhouse.topology.nodes.parts.Sticky.WhenFull;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** What keeps a client on its target: in a table where it is by address or header. */
final class StickinessTest {
    private static final Sticky SMALL = new Sticky(By.HEADER, "x-cart", Duration.ofMinutes(5), 10, WhenFull.KEEP);

    private final RecordTrial<Sticky> settings = new RecordTrial<>(Sticky.SETTINGS);
    private final TypeTrial<Sticky> values = new TypeTrial<>(Sticky.TYPE);

    @ParameterizedTest
    @EnumSource
    void whatItGoesByAloneIsAllElseAsUsual(By by) {
        Sticky usual = new Sticky(by, null, null, 1_000_000, WhenFull.PURGE);
        assertThat(Sticky.of(by)).isEqualTo(usual);
        assertThat(values.read("\"" + by.key() + "\"")).isEqualTo(usual);
        assertThat(values.written(usual)).isEqualTo("\"" + by.key() + "\"");
        assertThat(Sticky.OFF.by()).isEqualTo(By.OFF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OFF     | by
            ADDRESS | by life size when-full
            COOKIE  | by
            HEADER  | by header life size when-full
            """)
    void aFormShowsTheTableWhereThereIsOne(By by, String keys) {
        assertThat(settings.shown(Sticky.of(by))).containsExactly(keys.split(" "));
    }

    private Object chosen(Sticky before, By by) {
        return TypeTrial.outcome(values.field(before, "k.by"), before, by.key());
    }

    @Test
    void anotherTableKeepsItsSettings() {
        assertThat(chosen(SMALL, By.ADDRESS))
                .isEqualTo(new Sticky(By.ADDRESS, null, Duration.ofMinutes(5), 10, WhenFull.KEEP));
        assertThat(chosen(SMALL, By.COOKIE)).isEqualTo(Sticky.of(By.COOKIE));
        assertThat(chosen(Sticky.of(By.COOKIE), By.ADDRESS)).isEqualTo(Sticky.of(By.ADDRESS));
    }

    @Test
    void whoeverChoosesAHeaderHasANameForIt() {
        Sticky chosen = new Sticky(By.HEADER, "x-user", null, 1_000_000, WhenFull.PURGE);
        assertThat(chosen(Sticky.OFF, By.HEADER)).isEqualTo(chosen);
        assertThat(settings.checked(chosen)).isEmpty();
        assertThat(chosen(SMALL, By.HEADER)).isEqualTo(SMALL);
    }

    @Test
    void isReadAsItIsWritten() {
        String text =
                "{ \"by\": \"header\", \"header\": \"x-cart\", \"life\": \"5min\", \"size\": 10, \"when-full\": \"keep\" }";
        assertThat(settings.read(text)).isEqualTo(SMALL);
        assertThat(settings.written(SMALL)).isEqualTo(text);
        assertThat(settings.checked(SMALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "by": "header"                             | /header it: sticky by header needs "header", like "x-user"
            "by": "header", "header": " "              | /header it: sticky by header needs "header", like "x-user"
            "by": "address", "header": "x-user"        | /header it: sticky by address reads no header
            "by": "off", "header": "x-user"            | /header it: sticky by off reads no header
            "by": "cookie", "life": "5min"             | /by it: sticky by cookie has no table, so no life, size or rule for a full one
            "by": "off", "size": 5                     | /by it: sticky by off has no table, so no life, size or rule for a full one
            "by": "cookie", "when-full": "keep"        | /by it: sticky by cookie has no table, so no life, size or rule for a full one
            """)
    void whatDoesNotDoTogetherIsRefused(String text, String reason) {
        assertThat(settings.refusal("{ " + text + " }")).containsExactly(reason);
    }

    @Test
    void withoutATableNothingIsWrong() {
        assertThat(settings.refusal("{ \"by\": \"cookie\", \"size\": 1000000 }"))
                .isEmpty();
        assertThat(settings.refusal("{ \"by\": \"address\", \"size\": 5 }")).isEmpty();
    }
}
