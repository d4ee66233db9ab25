package roundhouse.topology.nodes.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.caching.traces.KeyTraceReader;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals.Curve.Point;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.TypeTrial;

/** When requests come, what they ask for, and which keys they are about: in files, in forms, and made into another type. */
final class TrafficTypesTest {
    private static final KindShareItem KINDS = new KindShareItem();

    private final TypeTrial<Arrivals> arrivals = new TypeTrial<>(Arrivals.TYPE);
    private final TypeTrial<KeyDistribution> keys = new TypeTrial<>(KeyDistribution.TYPE);
    private final TypeTrial<List<Point>> points = new TypeTrial<>(new ListType<>(new CurvePoint()));

    private static RecordedKeys recorded(String trace) throws Exception {
        return RecordedKeys.of("f", KeyTraceReader.read(new BufferedReader(new StringReader(trace)), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"type\": \"poisson\", \"rate\": \"7/s\" }",
                "{ \"type\": \"constant\", \"rate\": \"7/s\" }",
                "{ \"type\": \"bursty\", \"rate\": \"7/s\", \"on\": \"2s\", \"off\": \"8s\" }",
                "{ \"type\": \"curve\", \"points\": [[\"0s\", \"7/s\"], [\"30s\", \"14/s\"]] }"
            })
    void anotherTypeBeginsAtTheSameRate(String text) {
        Arrivals before = arrivals.read(text);
        assertThat(arrivals.written(before)).isEqualTo(text);
        assertThat(arrivals.typed(before, "poisson"))
                .isEqualTo(before instanceof Arrivals.Poisson ? before : new Arrivals.Poisson(7));
        assertThat(arrivals.typed(before, "constant")).isEqualTo(new Arrivals.Constant(7));
        assertThat(arrivals.typed(before, "bursty"))
                .isEqualTo(new Arrivals.Bursty(7, Duration.ofSeconds(2), Duration.ofSeconds(8)));
        assertThat(arrivals.typed(before, "curve"))
                .isEqualTo(new Arrivals.Curve(
                        List.of(new Point(Duration.ZERO, 7), new Point(Duration.ofSeconds(30), 14))));
        assertThat(arrivals.typed(before, "file")).isEqualTo(new Arrivals.Recorded());
        assertThat(arrivals.typed(before, "closed"))
                .isEqualTo(new Arrivals.Closed(new Distribution.Exponential(Duration.ofSeconds(1))));
    }

    @Test
    void withoutARateATypeBeginsAtTheUsualOne() {
        assertThat(arrivals.typed(new Arrivals.Recorded(), "poisson")).isEqualTo(new Arrivals.Poisson(1_000));
        assertThat(arrivals.typed(new Arrivals.Curve(List.of()), "poisson")).isEqualTo(new Arrivals.Poisson(1_000));
    }

    @Test
    void pointsOfACurveAreInTheOrderOfTime() {
        Point early = new Point(Duration.ofSeconds(1), 5);
        Point late = new Point(Duration.ofSeconds(2), 6);
        assertThat(arrivals.checked(new Arrivals.Curve(List.of(early, early, late))))
                .isEmpty();
        assertThat(arrivals.checked(new Arrivals.Curve(List.of(late, early))))
                .containsExactly("it: the point at 1s comes after the one at 2s; points are in the order of time");
    }

    @Test
    void aPointIsAPairOrAnObjectOrALine() {
        List<Point> point = List.of(new Point(Duration.ofSeconds(30), 900));
        assertThat(points.read("[[\"30s\", \"900/s\"]]")).isEqualTo(point);
        assertThat(points.read("[{ \"at\": \"30s\", \"rate\": \"900/s\" }]")).isEqualTo(point);
        assertThat(points.written(point)).isEqualTo("[[\"30s\", \"900/s\"]]");
        assertThat(points.typed(point, "30s  900/s")).isEqualTo(point);
        assertThat(points.field(point).read().apply(point)).isEqualTo("30s 900/s");
        assertThat(points.typed(point, "30s"))
                .isEqualTo("no: line 1: found \"30s\"; a point is written like \"30s 900/s\"");
        assertThat(points.typed(point, "x 900/s")).asString().startsWith("no: line 1: ");
        assertThat(points.typed(point, "30s x")).asString().startsWith("no: line 1: ");
        assertThat(points.typed(List.of(), new CurvePoint().example()))
                .asString()
                .doesNotStartWith("no");
        assertThat(points.refusal("[[\"30s\"]]")).containsExactly("a list of 1; a point is like [\"30s\", \"900/s\"]");
        assertThat(new TypeTrial<>(new ListType<>(new CurvePoint())).schema())
                .contains("\"minItems\": 2", "anyOf", "\"at\"");
        assertThat(new CurvePoint().plural()).isEqualTo("points");
    }

    @Test
    void anotherTypeOfKeysHasAsManyOfThem() {
        KeyDistribution before = keys.read("{ \"type\": \"zipf\", \"count\": 50, \"exponent\": 1 }");
        assertThat(before).isEqualTo(new KeyDistribution.Zipf(50, 1));
        assertThat(keys.typed(before, "uniform")).isEqualTo(new KeyDistribution.Uniform(50));
        assertThat(keys.typed(before, "hot")).isEqualTo(new KeyDistribution.Hot(50, 0.5));
        assertThat(keys.typed(new KeyDistribution.Uniform(9), "zipf")).isEqualTo(new KeyDistribution.Zipf(9, 0.9));
        assertThat(keys.typed(before, "file")).isEqualTo(new KeyDistribution.FromFile("keys.txt", RecordedKeys.NONE));
        assertThat(new KeyDistribution.FromFile("f", RecordedKeys.NONE).count()).isEqualTo(1);
    }

    @Test
    void aFileOfKeysIsLookedIntoOrNot() throws Exception {
        KeyDistribution.FromFile open = new KeyDistribution.FromFile("f", RecordedKeys.NONE);
        assertThat(open.isLoaded()).isFalse();
        assertThat(open.problem()).isEqualTo("it was not read");
        KeyDistribution.FromFile read = new KeyDistribution.FromFile("f", recorded("a\n"));
        assertThat(read.isLoaded()).isTrue();
        assertThat(read.problem()).isEmpty();
        assertThat(new KeyDistribution.FromFile("g", recorded("a\n")).isLoaded())
                .isFalse();
        assertThat(new KeyDistribution.FromFile("f", RecordedKeys.unreadable("f", "why")).problem())
                .isEqualTo("why");
    }

    @Test
    void recordedKeysSayTimesSizesAndKinds() throws Exception {
        RecordedKeys plain = recorded("7\n9\n7\n");
        assertThat(plain.length()).isEqualTo(3);
        assertThat(plain.isTimed()).isFalse();
        assertThat(plain.saysKinds()).isFalse();
        assertThat(plain.bytes(0)).isZero();
        assertThat(plain.isRead(0)).isTrue();
        RecordedKeys full = recorded("0 a 100 r\n5 b 200 w\n");
        assertThat(full.isTimed()).isTrue();
        assertThat(full.timeNanos(1)).isEqualTo(5_000_000);
        assertThat(full.bytes(1)).isEqualTo(200);
        assertThat(full.saysKinds()).isTrue();
        assertThat(full.isRead(0)).isTrue();
        assertThat(full.isRead(1)).isFalse();
        assertThat(RecordedKeys.NONE.length()).isZero();
        assertThat(RecordedKeys.NONE.isTimed()).isFalse();
        assertThat(RecordedKeys.NONE.saysKinds()).isFalse();
        assertThat(RecordedKeys.NONE.isRead(0)).isFalse();
        assertThat(RecordedKeys.NONE.bytes(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 /",
                "3 /api/items",
                "0.5 /a cost:20",
                "1 /a host:shop.example method:POST",
                "1 /a header:x-plan=gold cookie:Session=\"a b\"",
                "1 \"/a b\" cookie:k=1=2"
            })
    void aKindOfRequestIsALine(String line) {
        KindShare kind = ((Parsed.Value<KindShare>) KINDS.parse(line)).value();
        assertThat(KINDS.line(kind)).isEqualTo(line);
        assertThat(KINDS.read(KINDS.json(kind), "", new Problems())).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3               | requests are written like "3 /api/items"
            x /a            | x
            1 /a cost:x     | x
            1 /a stray      | found "stray"; cost:NUMBER, host:NAME
            1 /a header:x   | found "header:x"; cost:NUMBER
            1 /a h=1        | found "h=1"; cost:NUMBER
            """)
    void whatIsNoKindOfRequestSaysWhy(String line, String reason) {
        assertThat(((Parsed.Wrong<KindShare>) KINDS.parse(line)).reason()).contains(reason);
    }

    @Test
    void namesOfHeadersHaveNoCase() {
        KindShare kind = ((Parsed.Value<KindShare>) KINDS.parse("1 /a header:X-Plan=Gold cookie:Id=7")).value();
        assertThat(kind.kind().headers()).isEqualTo(Map.of("x-plan", "Gold"));
        assertThat(kind.kind().cookies()).isEqualTo(Map.of("Id", "7"));
        assertThat(new KindShare(2, kind.kind()).cost()).isEqualTo(1);
        assertThat(KINDS.plural()).isEqualTo("kinds of request");
        assertThat(KINDS.example().lines())
                .allSatisfy(line -> assertThat(KINDS.parse(line)).isInstanceOf(Parsed.Value.class));
    }

    @Test
    void headersAndCookiesAreTextsByName() {
        NamedTexts type = new NamedTexts(NamedTexts.Kind.HEADERS);
        TypeTrial<Map<String, String>> headers = new TypeTrial<>(type);
        TypeTrial<Map<String, String>> cookies = new TypeTrial<>(new NamedTexts(NamedTexts.Kind.COOKIES));
        assertThat(headers.read("{ \"X-A\": \"B\" }")).isEqualTo(Map.of("x-a", "B"));
        assertThat(cookies.read("{ \"X-A\": \"B\" }")).isEqualTo(Map.of("X-A", "B"));
        assertThat(headers.written(Map.of("a", "b"))).isEqualTo("{ \"a\": \"b\" }");
        assertThat(headers.fields(Map.of())).isEmpty();
        assertThat(headers.checked(Map.of("a b", "c"))).isNotEmpty();
        assertThat(cookies.checked(Map.of("a b", "c"))).isNotEmpty();
        assertThat(type.shown(Map.of())).isEqualTo("none");
        assertThat(type.shown(Map.of("a", "b"))).isEqualTo("a");
        assertThat(type.allowed()).isEqualTo("an object of texts like { \"x-plan\": \"gold\" }");
        assertThat(new TypeTrial<>(type).schema()).contains("#/$defs/texts", "\"maxLength\": 1000");
    }
}
