package roundhouse.topology.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;
import roundhouse.topology.types.Types;

/** Capacities, lists of names, scopes of coalescing and the small records of caches, in files and forms. */
final class DataTypesTest {
    private final TypeTrial<CacheCapacity> capacity = new TypeTrial<>(CacheCapacity.TYPE);
    private final TypeTrial<List<String>> names = new TypeTrial<>(new NameListType(Types.name(), "regions"));
    private final TypeTrial<Coalescing.Scope> coalesce = new TypeTrial<>(CoalesceType.TYPE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            0             | 0             | false | 0
            10000000      | 10000000      | false | 10000000
            "64MiB"       | 67108864      | true  | "64MiB"
            " 2 KiB "     | 2048          | true  | "2KiB"
            "1024GiB"     | 1099511627776 | true  | "1024GiB"
            "1000B"       | 1000          | true  | "1000B"
            "1536KiB"     | 1572864       | true  | "1536KiB"
            "0B"          | 0             | true  | "0B"
            """)
    void aCapacityIsEntriesOrMemory(String value, long amount, boolean inBytes, String written) {
        CacheCapacity read = capacity.read(value);
        assertThat(read).isEqualTo(new CacheCapacity(amount, inBytes));
        assertThat(capacity.written(read)).isEqualTo(written);
        assertThat(capacity.field(read).read().apply(read)).isEqualTo(written.replace("\"", ""));
        assertThat(capacity.typed(read, written.replace("\"", ""))).isEqualTo(read);
        assertThat(capacity.checked(read)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000001", "-1", "1.5", "\"10\"", "\"1025GiB\"", "\"1TiB\"", "true"})
    void whatIsNoCapacityIsRefused(String value) {
        assertThat(capacity.readOrNull(value)).isNull();
        assertThat(new TypeTrial<>(CacheCapacity.TYPE).refusal(value))
                .singleElement()
                .asString()
                .startsWith("k is ")
                .endsWith("; entries, a whole number from 0 to 10,000,000, or an amount of memory like \"64MiB\","
                        + " up to 1024GiB, is allowed");
    }

    @Test
    void aCapacityHasAnEnd() {
        assertThat(capacity.typed(CacheCapacity.ofEntries(1), "x")).asString().startsWith("no: found \"x\"; entries");
        assertThat(capacity.checked(CacheCapacity.ofEntries(10_000_001)))
                .singleElement()
                .asString()
                .startsWith("it: k is 10000001; entries");
        assertThat(CacheCapacity.ofEntries(-1).problem()).isNotNull();
        assertThat(CacheCapacity.ofBytes(CacheCapacity.MOST_BYTES).problem()).isNull();
        assertThat(CacheCapacity.ofBytes(CacheCapacity.MOST_BYTES + 1).problem())
                .isNotNull();
        assertThat(capacity.schema()).contains("\"minimum\": 0", "\"maximum\": 10000000", "KiB");
        assertThat(CacheCapacity.TYPE.allowed()).endsWith("up to 1024GiB");
        assertThat(capacity.field(CacheCapacity.ofEntries(1)).editor()).isEqualTo(new Editor.Text("1000"));
    }

    @Test
    void namesAreOneOrAList() {
        assertThat(names.read("\"eu\"")).containsExactly("eu");
        assertThat(names.read("[\"eu\", \"us\"]")).containsExactly("eu", "us");
        assertThat(names.written(List.of("eu"))).isEqualTo("\"eu\"");
        assertThat(names.written(List.of("eu", "us"))).isEqualTo("[\"eu\", \"us\"]");
        assertThat(names.written(List.of())).isEqualTo("[]");
        assertThat(names.typed(List.of(), "eu, us,,")).isEqualTo(List.of("eu", "us"));
        assertThat(names.field(List.of()).read().apply(List.of("eu", "us"))).isEqualTo("eu, us");
        assertThat(names.field(List.of()).editor()).isEqualTo(new Editor.Text("none"));
        assertThat(names.refusal("[7]")).containsExactly("k has 7; a list of regions in quotes is allowed");
        assertThat(names.readOrNull("[7]")).isNull();
        assertThat(names.readOrNull("7")).isNull();
    }

    @Test
    void noNamesAreShownAsNone() {
        NameListType type = new NameListType(Types.name(), "regions");
        assertThat(type.shown(List.of())).isEqualTo("none");
        assertThat(type.shown(List.of("eu", "us"))).isEqualTo("eu, us");
        assertThat(type.allowed()).isEqualTo("one of regions, or a list of them");
        assertThat(names.schema()).contains("\"maxItems\": 100", "\"uniqueItems\": true");
    }

    @Test
    void eachNameIsThereOnceAndThereAreAHundredAtMost() {
        List<String> hundred = IntStream.range(0, 100).mapToObj(i -> "n" + i).toList();
        assertThat(names.checked(hundred)).isEmpty();
        assertThat(names.checked(Collections.nCopies(2, "eu")))
                .containsExactly("it: k has 2 regions; at most 100, each once, are allowed");
        assertThat(new TypeTrial<>(new NameListType(Types.name(), "regions"))
                        .checked(IntStream.range(0, 101).mapToObj(i -> "n" + i).toList()))
                .hasSize(1);
        assertThat(new TypeTrial<>(new NameListType(Types.name(), "regions")).checked(List.of("")))
                .hasSize(1);
    }

    @Test
    void coalescingIsAWordOrYesOrNo() {
        assertThat(coalesce.read("true")).isEqualTo(Coalescing.Scope.ALL);
        assertThat(coalesce.read("false")).isEqualTo(Coalescing.Scope.NONE);
        assertThat(coalesce.read("\"cold\"")).isEqualTo(Coalescing.Scope.COLD);
        assertThat(coalesce.written(Coalescing.Scope.ALL)).isEqualTo("\"all\"");
        assertThat(coalesce.checked(Coalescing.Scope.ALL)).isEmpty();
        assertThat(coalesce.typed(Coalescing.Scope.ALL, "cold")).isEqualTo(Coalescing.Scope.COLD);
        assertThat(coalesce.schema()).contains("boolean", "anyOf", "cold");
        assertThat(CoalesceType.TYPE.allowed()).endsWith(", true or false");
        assertThat(CoalesceType.TYPE.shown(Coalescing.Scope.COLD)).isEqualTo("cold");
    }

    @Test
    void aFlushIsByTheClockOrByADelay() {
        RecordTrial<WriteFlush> trial = new RecordTrial<>(WriteFlush.SETTINGS);
        assertThat(trial.checked(WriteFlush.EACH_SECOND)).isEmpty();
        assertThat(trial.checked(WriteFlush.EACH_SECOND.with(WriteFlush.DELAY, Duration.ofSeconds(1))))
                .singleElement()
                .asString()
                .contains("it has both \"every\" and \"delay\"");
        assertThat(trial.refusal("{ \"delay\": \"1s\" }")).isEmpty();
        assertThat(trial.shown(WriteFlush.EACH_SECOND)).doesNotContain("delay");
        assertThat(trial.shown(WriteFlush.SETTINGS.usual())).contains("delay");
    }

    @Test
    void theSmallestValueIsNotAboveTheLargest() {
        RecordTrial<ValueSizes> trial = new RecordTrial<>(ValueSizes.SETTINGS);
        assertThat(trial.read("{ \"min\": 5 }")).isEqualTo(new ValueSizes(5, 5));
        assertThat(trial.refusal("{ \"min\": 5, \"max\": 5 }")).isEmpty();
        assertThat(trial.refusal("{ \"min\": 6, \"max\": 5 }")).containsExactly("/min it: min is 6 above max 5");
    }

    @ParameterizedTest
    @CsvSource({
        "CACHE_ASIDE, false, cache-aside",
        "READ_THROUGH, true, read-through",
        "WRITE_THROUGH, true, write-through",
        "WRITE_BACK, true, write-back",
        "WRITE_AROUND, false, write-around"
    })
    void someStrategiesGoThroughTheCache(DataStrategy strategy, boolean through, String key) {
        assertThat(strategy.isThroughCache()).isEqualTo(through);
        assertThat(strategy.key()).isEqualTo(key);
    }

    @Test
    void anOlderNameOfAPolicyIsRead() {
        TypeTrial<String> policies = new TypeTrial<>(EvictionNames.TYPE);
        assertThat(policies.read("\"tiny-lfu\"")).isEqualTo("w-tinylfu");
        assertThat(policies.read("\"lru\"")).isEqualTo("lru");
    }
}
