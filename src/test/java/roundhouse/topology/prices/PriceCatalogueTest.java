package roundhouse.topology.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.golden.Golden;
import roundhouse.scaling.CapacityUnits;
import roundhouse.scaling.Consumption;
import roundhouse.scaling.Price;
import roundhouse.topology.json.Units.Parsed;
import tools.jackson.databind.JsonNode;

class PriceCatalogueTest {
    private static final PriceCatalogue SHIPPED = PriceCatalogueFile.shipped();

    private static Price price(String text) {
        return ((Parsed.Value<Price>) SHIPPED.parse(text)).value();
    }

    /** Every instance whose price was recorded has it, and says of when it is and from where. */
    @TestFactory
    Stream<DynamicTest> instances() {
        return Golden.cases("edge/prices.json").stream()
                .filter(list -> list.has("columns"))
                .flatMap(list -> list.get("rows").valueStream())
                .map(row -> DynamicTest.dynamicTest(row.get(0).asString(), () -> {
                    assertThat(price(row.get(0).asString()).perHour())
                            .isEqualTo(row.get(3).asDouble());
                    assertThat(SHIPPED.items().get(row.get(0).asString()).date())
                            .isNotBlank();
                    Golden.equal(1);
                }));
    }

    /** Bills of an hour. */
    @TestFactory
    Stream<DynamicTest> bills() {
        return Golden.cases("edge/lb_bills.json").stream()
                .map(bill -> DynamicTest.dynamicTest(bill.get("id").asString(), () -> {
                    // Further forwarding rules are no figure of a run.
                    double paid = price(name(bill)).of(hour(bill))
                            + 0.01 * Math.max(0, bill.path("forwarding_rules").asInt(0) - 5);
                    double expected = bill.get("usd_per_hour").asDouble();
                    assertThat(paid).as("%s", bill).isCloseTo(expected, within(6e-7 + expected * 1e-6));
                }));
    }

    private static String name(JsonNode bill) {
        return switch (bill.get("kind").asString()) {
            case "alb" -> "aws-alb";
            case "nlb" ->
                switch (bill.get("proto").asString()) {
                    case "tcp" -> "aws-nlb";
                    case "udp" -> "aws-nlb-udp";
                    default -> "aws-nlb-tls";
                };
            case "gcp_load_balancing" -> "google-lb";
            default -> "azure-gateway";
        };
    }

    private static Consumption hour(JsonNode bill) {
        if (bill.get("kind").asString().startsWith("azure")) {
            // Handshakes and reserved instances are none either.
            double units = bill.get("capacity_units").asDouble();
            return new Consumption(1, 0, 0, 2_500 * units, 0, 0, 0);
        }
        return new Consumption(
                1,
                bill.path("rps").asDouble(0) * 3_600,
                bill.path("new_per_s").asDouble(0) * 3_600,
                bill.path("active").asDouble(0),
                bill.get("gb_per_h").asDouble() * (bill.has("forwarding_rules") ? 1.073741824 : 1),
                0,
                bill.path("rules").asInt(0));
    }

    @Test
    void aSumCostsAllOfIt() {
        Consumption used = new Consumption(2, 1_000_000, 0, 0, 30, 4, 0);
        assertThat(price("0.10/h").of(used)).isEqualTo(0.2);
        assertThat(price("0.05/core-h").of(used)).isCloseTo(0.4, within(1e-12));
        assertThat(price("0.0000002/request").of(used)).isCloseTo(0.2, within(1e-12));
        assertThat(price("0.09/GB").of(used)).isCloseTo(2.7, within(1e-12));
        assertThat(price("0.09/GiB").of(used)).isCloseTo(2.7 / 1.073741824, within(1e-9));
        assertThat(price("m5.large + 0.09/GB").of(used)).isCloseTo(0.192 + 2.7, within(1e-12));
        assertThat(price(" m5.large+0.10 / h ").text()).isEqualTo("m5.large + 0.10/h");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.10      | found "0.10"
            0.10/d    | found "0.10/d"
            -1/h      | found "-1/h"
            0.1/h +   | found ""
            m5.larg   | did you mean "m5.large"?
            """)
    void whatIsNoPrice(String text, String reason) {
        assertThat(SHIPPED.parse(text))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class,
                        wrong -> assertThat(wrong.reason())
                                .contains(reason)
                                .contains("a price is a sum like")
                                .doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "big": "0.5/day"                              | line 2, /lists/0/prices/big: found "0.5/day"; a price like "0.096/h"
            "big": 0.5                                    | line 2, /lists/0/prices/big: found 0.5
            "big": { "price": "1/h", "unit": "0.1/GB" }   | a unit is paid by the hour
            "big": { "price": "1/h", "unit": "0.1/h", "new": 0 } | /lists/0/prices/big/new: found 0; a number above 0
            "a+b": "1/h"                                  | "a+b" cannot be a name
            """)
    void whatIsNoCatalogue(String entry, String reason) {
        String text = """
                { "currency": "EUR", "lists": [ { "provider": "own", "date": "2026-11", "source": "us", "prices": {
                  %s } } ] }
                """.formatted(entry);
        assertThat(PriceCatalogueFile.parse("mine.json", text))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class,
                        wrong -> assertThat(wrong.reason())
                                .startsWith("mine.json: ")
                                .contains(reason)
                                .doesNotContain("\n"));
    }

    @Test
    void aCatalogueOfOnesOwn() {
        String text = """
                { "currency": "EUR", "lists": [ { "provider": "own", "date": "2026-11", "source": "us",
                  "prices": { "big": "0.5/h" } } ] }
                """;
        PriceCatalogue own = ((Parsed.Value<PriceCatalogue>) PriceCatalogueFile.parse("mine.json", text)).value();
        assertThat(own.currency()).isEqualTo("EUR");
        assertThat(own.parse("big")).isEqualTo(new Parsed.Value<>(new Price("big", 0.5, 0, 0, 0, null)));
        assertThat(own.parse("m5.large")).isInstanceOf(Parsed.Wrong.class);
    }

    /** What stands around the prices. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [] | mine.json: line 1: found a list; a catalogue of prices is an object, { … }
            { "currency": "EUR" } | mine.json: line 1: a catalogue of prices needs "lists"
            { "lists": [] } | mine.json: line 1, /currency: it is missing; a text is needed there
            { "currency": " ", "lists": [] } | mine.json: line 1, /currency: found " "; a text is needed there
            { "currency": "EUR", "lists": [7] } | mine.json: line 1, /lists/0: found 7; a list of prices is an object, { … }
            { "currency": "EUR", "lists": [{ "provider": "own", "date": "2026", "source": "us" }] } | /lists/0/prices: found null; "prices" is an object, { … }
            { "currency": "EUR", "lists": [{ "provider": "own", "date": "2026", "source": "us", "prices": { "1/h": "1/h" } }] } | "1/h" cannot be a name
            { "currency": "EUR", "lists": [{ "provider": "own", "date": "2026", "source": "us", "prices": { " a": "1/h" } }] } | " a" cannot be a name
            { "currency": "EUR", "lists": [{ "provider": "own", "date": "2026", "source": "us", "prices": { "": "1/h" } }] } | "" cannot be a name
            { "currency": "EUR", "lists": [{ "provider": "own", "date": "2026", "source": "us", "prices": { "a": {} } }] } | /lists/0/prices/a/price: found nothing; a price like
            { "currency": | mine.json: line 1: the file is cut short
            """)
    void whatIsNoListOfPrices(String text, String reason) {
        assertThat(PriceCatalogueFile.parse("mine.json", text))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.reason()).contains(reason));
    }

    @Test
    void aNameIsUsedOnceInAllLists() {
        String list =
                "{ \"provider\": \"own\", \"date\": \"2026\", \"source\": \"us\", \"prices\": { \"a\": \"1/h\" } }";
        assertThat(PriceCatalogueFile.parse(
                        "mine.json", "{ \"currency\": \"EUR\", \"lists\": [" + list + ", " + list + "] }"))
                .isEqualTo(new Parsed.Wrong<>("mine.json: line 1, /lists/1/prices: \"a\" is named twice"));
    }

    @Test
    void whatComesWithTheProgramIsReadWhole() {
        PriceCatalogue again = ((Parsed.Value<PriceCatalogue>)
                        PriceCatalogueFile.parse("again", PriceCatalogueFile.shippedText()))
                .value();
        assertThat(PriceCatalogueFile.shipped().items())
                .isEqualTo(again.items())
                .containsKeys("m5.large", "aws-alb");
        assertThat(SHIPPED.items()).isEqualTo(again.items());
        assertThat(again.currency()).isEqualTo("USD");
    }

    @Test
    void aUnitCountsWhatItAllows() {
        String text = """
                { "currency": "EUR", "lists": [ { "provider": "own", "date": "2026-11", "source": "us",
                  "prices": { "lb": { "price": "0.5/h + 1/GB", "unit": "0.25/h", "new": 25, "gigabytes": 2, "evaluations": 100, "free-rules": 10 },
                              "plain": { "price": "2/core-h" } } } ] }
                """;
        PriceCatalogue own = ((Parsed.Value<PriceCatalogue>) PriceCatalogueFile.parse("mine.json", text)).value();
        CapacityUnits units = new CapacityUnits(0.25, 25, Double.POSITIVE_INFINITY, 2, 100, 10);
        assertThat(own.parse("lb")).isEqualTo(new Parsed.Value<>(new Price("lb", 0.5, 0, 0, 1, units)));
        assertThat(own.parse("plain")).isEqualTo(new Parsed.Value<>(new Price("plain", 0, 2, 0, 0, null)));
        assertThat(own.items().get("lb"))
                .extracting(PriceCatalogue.Item::source)
                .isEqualTo("us");
    }
}
