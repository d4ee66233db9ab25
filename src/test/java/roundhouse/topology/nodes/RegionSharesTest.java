package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** The regions of clients: one under "region", several and their shares under "regions". */
final class RegionSharesTest {
    private static final Map<String, Double> TWO = twoRegions();

    private final RegionShares type = new RegionShares();
    private final TypeTrial<Map<String, Double>> shares = new TypeTrial<>(type);
    private final RecordTrial<Clients> clients = new RecordTrial<>(Clients.SETTINGS);

    private static Map<String, Double> twoRegions() {
        Map<String, Double> two = new LinkedHashMap<>();
        two.put("us", 1.0);
        two.put("eu", 3.5);
        return two;
    }

    private static String clients(String more) {
        return "{ \"id\": \"c\", \"kind\": \"clients\", \"arrivals\": { \"type\": \"poisson\", \"rate\": \"7/s\" }"
                + more + " }";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ''                                       | ''
            , "region": "eu"                         | , "region": "eu"
            , "regions": { "eu": 1 }                 | , "region": "eu"
            , "regions": { "eu": 3 }                 | , "regions": { "eu": 3 }
            , "regions": { "us": 1, "eu": 3.5 }      | , "regions": { "us": 1, "eu": 3.5 }
            , "regions": { "us": 1, "eu": 0 }        | , "regions": { "us": 1, "eu": 0 }
            , "regions": { "us": -0, "eu": 1 }       | , "regions": { "us": 0, "eu": 1 }
            """)
    void areReadAndWritten(String file, String written) {
        assertThat(clients.written(clients.read(clients(file)))).isEqualTo(clients(written));
        assertThat(clients.refusal(clients(file))).isEmpty();
    }

    @Test
    void areNoneWhereNothingIsSaid() {
        assertThat(clients.read(clients(""))).isEqualTo(Clients.of("c", new Arrivals.Poisson(7)));
        assertThat(OneOfEach.CLIENTS.regions()).isEmpty();
    }

    @Test
    void keepTheirOrder() {
        assertThat(clients.read(clients(", \"regions\": { \"us\": 1, \"eu\": 3.5 }"))
                        .regions())
                .containsExactlyEntriesOf(TWO);
        assertThat(clients.read(clients(", \"regions\": { \"us\": -0, \"eu\": 1 }"))
                        .regions())
                .as("there is one nought")
                .isEqualTo(Map.of("us", 0.0, "eu", 1.0));
        assertThat(clients.read(clients(", \"region\": \"eu\"")).regions()).isEqualTo(Map.of("eu", 1.0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "region": "eu", "regions": { "us": 1 }  | /regions both "region" and "regions"; write one of them
            "regions": { "eu": "much" }             | /regions/eu the share of "eu" is "much"; a number from 0 to 1,000,000 is allowed
            "regions": { "eu": -1 }                 | /regions/eu the share of "eu" is -1; a number from 0 to 1,000,000 is allowed
            "regions": { "eu": 1000001 }            | /regions/eu the share of "eu" is 1000001; a number from 0 to 1,000,000 is allowed
            "regions": { "eu": 0, "us": 0 }         | /regions it: the shares of all regions are 0; at least one must be more
            "regions": { " eu": 1 }                 | /regions it: regions is " eu"; a name has 1 to 64 characters and no space at either end
            "region": ""                            | /regions it: regions is ""; a name has 1 to 64 characters and no space at either end
            """)
    void whatIsWrongWithThemIsSaid(String file, String problem) {
        assertThat(clients.refusal(clients(", " + file))).containsExactly(problem);
    }

    @Test
    void areALineEachInAForm() {
        assertThat(shares.field(TWO).read().apply(TWO)).isEqualTo("us 1\neu 3.5");
        assertThat(shares.typed(Map.of(), "us 1\n\n eu  3.5")).isEqualTo(TWO);
        assertThat(shares.typed(Map.of(), "\"far east\" 2")).isEqualTo(Map.of("far east", 2.0));
        assertThat(shares.typed(TWO, "")).isEqualTo(Map.of());
        assertThat(shares.field(TWO).editor()).isEqualTo(new Editor.Lines("eu 3\nus 1"));
        assertThat(shares.field(TWO).key()).isEqualTo("k");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            eu         | found "eu"; a region and its share are written like "eu 3"
            far east 2 | found "far east 2"; a region and its share are written like "eu 3"
            us 2       | "us" is there twice
            """)
    void aLineThatIsNoShareSaysSo(String line, String message) {
        assertThat(shares.typed(Map.of(), "us 1\n" + line)).isEqualTo("no: line 2: " + message);
    }

    @Test
    void aShareIsTypedAsItIsAllowed() {
        assertThat(shares.typed(Map.of(), "eu -1"))
                .asString()
                .startsWith("no: line 1: ")
                .endsWith("from 0 to 1,000,000 is allowed");
    }

    @Test
    void areShownByName() {
        assertThat(type.shown(Map.of())).isEqualTo("none");
        assertThat(type.shown(TWO)).isEqualTo("us, eu");
        assertThat(type.allowed())
                .isEqualTo("one region's name under \"region\", or an object of shares like { \"eu\": 3, \"us\": 1 }");
    }

    @Test
    void theSchemaHasEitherKey() {
        assertThat(type.keys("regions")).containsExactly("region", "regions");
        assertThat(type.schemas(new Definitions())).hasSize(2);
        assertThat(shares.schema())
                .startsWith("{ \"type\": \"object\", \"propertyNames\": ")
                .contains("\"additionalProperties\": { \"type\": \"number\", \"minimum\": 0, \"maximum\": 1000000 }");
        assertThat(JsonPrinter.printLine(RegionShares.notBoth("regions")))
                .isEqualTo("{ \"not\": { \"required\": [\"region\", \"regions\"] } }");
    }
}
