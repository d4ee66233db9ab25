package roundhouse.topology.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.scaling.Price;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/** Prices in files and forms, by a catalogue with one name in it. */
class PriceTypeTest {
    private static final Price BIG = new Price("big", 2, 0, 0, 0, null);
    private static final PriceCatalogue OWN =
            new PriceCatalogue("EUR", Map.of("big", new PriceCatalogue.Item(BIG, "own", "2026-11", "us")));

    private final PriceCatalogue before = PriceCatalogue.inUse();
    private final PriceType type = new PriceType();
    private final Problems problems = new Problems();

    @BeforeEach
    void ownPrices() {
        OWN.use();
    }

    @AfterEach
    void thePricesBefore() {
        before.use();
    }

    private Fields fields(Json value) {
        Json.Obj object = new JsonBuilder().put("price", value).build();
        return Objects.requireNonNull(Fields.of(object, "", problems, "a machine"));
    }

    @Test
    void isReadByTheCatalogueInUse() {
        assertThat(PriceCatalogue.inUse()).isSameAs(OWN);
        assertThat(type.read(fields(JsonBuilder.text("big + 1/h")), "price"))
                .isEqualTo(new Price("big + 1/h", 3, 0, 0, 0, null));
        assertThat(problems.isEmpty()).isTrue();
        assertThat(type.read(fields(JsonBuilder.text("bug")), "price")).isNull();
        assertThat(type.read(fields(JsonBuilder.number(7)), "price")).isNull();
        assertThat(problems.inOrder()).hasSize(2);
        assertThat(problems.inOrder().getFirst().toString())
                .startsWith("/price: \"price\": found \"bug\"; a price is a sum like")
                .endsWith("; did you mean \"big\"?");
    }

    @Test
    void aPriceOfAnotherCatalogueIsWrongHere() {
        type.check("price", BIG, new Checks("", "it", problems));
        assertThat(problems.isEmpty()).isTrue();
        type.check("price", new Price("m5.large", 0.096, 0, 0, 0, null), new Checks("", "it", problems));
        assertThat(problems.inOrder())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("/price: it: price: found \"m5.large\"");
    }

    @Test
    void isWrittenShownAndTypedAsItsText() {
        JsonBuilder json = new JsonBuilder();
        type.write(json, "price", BIG);
        assertThat(JsonPrinter.printLine(json.build())).isEqualTo("{ \"price\": \"big\" }");
        FormField<Price> field =
                type.form(new FieldName("price", "Price", ""), BIG).getFirst();
        assertThat(field.read().apply(BIG)).isEqualTo("big");
        assertThat(field.write().apply(BIG, "1/h")).isEqualTo(new Parsed.Value<>(new Price("1/h", 1, 0, 0, 0, null)));
        assertThat(field.editor()).isEqualTo(new Editor.Text("0.10/h"));
        assertThat(type.allowed()).isEqualTo("a price like 0.10/h or m5.large + 0.09/GB");
    }

    @Test
    void theSchemaTakesAShortText() {
        Definitions definitions = new Definitions();
        assertThat(JsonPrinter.printLine(type.schema(definitions))).isEqualTo("{ \"$ref\": \"#/$defs/price\" }");
        assertThat(JsonPrinter.printLine(definitions.all())).contains("\"minLength\": 1, \"maxLength\": 200");
    }

    @ParameterizedTest
    @CsvSource({
        "0.15578, 0.1558",
        "0.00000012345, 0.0000001235",
        "999.96, 1000",
        "1000, '1,000'",
        "-1234.5, '-1,235'",
        "12, 12",
        "0, 0"
    })
    void moneyHasFourDigits(double money, String shown) {
        assertThat(MoneyText.amount(money)).isEqualTo(shown);
    }

    @Test
    void moneyIsOfTheCatalogueInUse() {
        assertThat(MoneyText.perHour(2)).isEqualTo("2 EUR/h");
    }

    @Test
    void aFileIsReadOrSaysWhyNot(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("prices.json");
        Files.writeString(file, "{ \"currency\": \"CHF\", \"lists\": [] }");
        assertThat(PriceCatalogueFile.read(file))
                .isInstanceOfSatisfying(
                        Parsed.Value.class,
                        read -> assertThat(((PriceCatalogue) read.value()).currency())
                                .isEqualTo("CHF"));
        assertThat(PriceCatalogueFile.read(folder.resolve("none.json"))).isInstanceOf(Parsed.Wrong.class);
    }
}
