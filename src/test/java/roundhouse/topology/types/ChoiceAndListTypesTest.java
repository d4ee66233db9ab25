package roundhouse.topology.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;

/** One of a few words, lists, and values that may be missing. */
class ChoiceAndListTypesTest {
    private static final ChoiceType<Integer> SIZE = new ChoiceType<Integer>("size")
            .or(1, "small", "Small", "One.")
            .or(2, "large", "Large", "Two.")
            .also("big", 2);

    /** A bolt, and as a line of a form its length. */
    record Bolt(int length) {
        private static final Declarations<Bolt> DECLARED = Declarations.of(Bolt.class, "a bolt");
        static final Setting<Bolt, Integer> LENGTH =
                DECLARED.setting("length", Bolt::length, Types.whole(1, 9)).required("5", 1);
        static final Settings<Bolt> SETTINGS = DECLARED.settings();
    }

    private static final class BoltItem extends RecordItem<Bolt> {
        BoltItem() {
            super(Bolt.SETTINGS);
        }

        @Override
        public String plural() {
            return "bolts";
        }

        @Override
        public String line(Bolt bolt) {
            return "M" + bolt.length();
        }

        @Override
        public Units.Parsed<Bolt> parse(String line) {
            return line.startsWith("M")
                    ? new Units.Parsed.Value<>(new Bolt(Integer.parseInt(line.substring(1))))
                    : new Units.Parsed.Wrong<>("no bolt");
        }

        @Override
        public String example() {
            return "M3\nM4";
        }
    }

    private static final Type<List<Bolt>> BOLTS = new ListType<>(new BoltItem());
    private static final Type<List<Bolt>> SOME = ListType.ofSome(new BoltItem());

    @Test
    void aChoiceIsAWordOfFilesAndForms() {
        assertThat(new TypeTrial<>(SIZE).read("\"large\"")).isEqualTo(2);
        assertThat(new TypeTrial<>(SIZE).written(2)).isEqualTo("\"large\"");
        assertThat(new TypeTrial<>(SIZE).field(1).read().apply(1)).isEqualTo("small");
        assertThat(new TypeTrial<>(SIZE).typed(1, "large")).isEqualTo(2);
        assertThat(new TypeTrial<>(SIZE).field(1).editor())
                .isEqualTo(new Editor.Choice(List.of(
                        new Editor.Option("small", "Small", "One."), new Editor.Option("large", "Large", "Two."))));
        assertThat(new TypeTrial<>(SIZE).schema()).isEqualTo("{ \"enum\": [\"small\", \"large\", \"big\"] }");
    }

    @Test
    void anotherWordForAChoiceIsReadAndNotWritten() {
        assertThat(new TypeTrial<>(SIZE).read("\"big\"")).isEqualTo(2);
        assertThat(SIZE.shown(2)).isEqualTo("large");
    }

    @Test
    void aWordThatIsNoneIsRefused() {
        assertThat(new TypeTrial<>(SIZE).refusal("\"smal\""))
                .containsExactly("unknown size \"smal\"; did you mean \"small\"? Allowed are small, large, big");
        assertThat(new TypeTrial<>(SIZE).typed(1, "huge"))
                .isEqualTo("no: unknown size \"huge\"; allowed are small, large, big");
        assertThat(new TypeTrial<>(SIZE).checked(1)).isEmpty();
    }

    @Test
    void aListIsAnArrayInFilesAndALineForEachInForms() {
        List<Bolt> two = List.of(new Bolt(3), new Bolt(4));
        assertThat(new TypeTrial<>(BOLTS).read("[{ \"length\": 3 }, { \"length\": 4 }]"))
                .isEqualTo(two);
        assertThat(new TypeTrial<>(BOLTS).written(two)).isEqualTo("[{ \"length\": 3 }, { \"length\": 4 }]");
        assertThat(new TypeTrial<>(BOLTS).field(two).read().apply(two)).isEqualTo("M3\nM4");
        assertThat(new TypeTrial<>(BOLTS).typed(List.of(), "M3\n\n M4 ")).isEqualTo(two);
        assertThat(new TypeTrial<>(BOLTS).typed(List.of(), "M3\n\nL4")).isEqualTo("no: line 3: no bolt");
        assertThat(new TypeTrial<>(BOLTS).field(two).editor()).isEqualTo(new Editor.Lines("M3\nM4"));
        assertThat(List.of(BOLTS.allowed(), BOLTS.shown(two), BOLTS.shown(List.of())))
                .containsExactly("a list of bolts", "2 bolts", "none");
        assertThat(BOLTS.parts()).extracting(SettingGroup::what).containsExactly("a bolt");
    }

    @Test
    void whatIsWrongWithAnItemIsToldWithItsPlace() {
        assertThat(new TypeTrial<>(BOLTS).read("[7, { \"length\": 4 }]")).containsExactly(new Bolt(4));
        assertThat(new TypeTrial<>(BOLTS).refusal("[7, { \"length\": 99 }, {}]"))
                .containsExactly(
                        "found 7; a bolt is an object, { … }",
                        "\"length\" is 99; a whole number from 1 to 9 is allowed",
                        "a bolt needs \"length\", like 5");
        Problems problems = new Problems();
        BOLTS.check("k", List.of(new Bolt(1), new Bolt(10)), new Checks("/here", "it", problems));
        assertThat(problems.inOrder())
                .extracting(Object::toString)
                .containsExactly("/here/k/1/length: it: length is 10; a whole number from 1 to 9 is allowed");
    }

    @Test
    void aListMayHaveToHaveAnItem() {
        assertThat(new TypeTrial<>(SOME).checked(List.of()))
                .containsExactly("it: there are no bolts; at least one is needed");
        assertThat(new TypeTrial<>(SOME).checked(List.of(new Bolt(1)))).isEmpty();
        assertThat(new TypeTrial<>(BOLTS).checked(List.of())).isEmpty();
        assertThat(new TypeTrial<>(SOME).schema())
                .startsWith("{ \"type\": \"array\", \"items\": { ")
                .endsWith(", \"minItems\": 1 }");
        assertThat(new TypeTrial<>(BOLTS).schema()).contains("\"length\"").doesNotContain("minItems");
    }

    @Test
    void nobodyReadsMoreItemsThanProblems() {
        assertThat(new TypeTrial<>(BOLTS).refusal("[" + "7, ".repeat(200) + "7]"))
                .hasSize(100);
    }

    @Test
    void whatMayBeMissingIsNotWrittenAndEmptyInForms() {
        Type<@Nullable Integer> type = Types.optional(Types.whole(1, 9), "never");
        assertThat(new TypeTrial<>(type).readOrNull("5")).isEqualTo(5);
        assertThat(new TypeTrial<>(type).written(5)).isEqualTo("5");
        JsonBuilder json = new JsonBuilder();
        type.write(json, "k", null);
        assertThat(json.build().fields()).isEmpty();
        assertThat(new TypeTrial<>(type).checked(null)).isEmpty();
        assertThat(new TypeTrial<>(type).checked(10)).hasSize(1);
        assertThat(List.of(type.shown(null), type.shown(5), type.shownMissing(), type.allowed()))
                .containsExactly("never", "5", "never", "a whole number from 1 to 9");
        assertThat(new TypeTrial<>(type).field(null).read().apply(null)).isEmpty();
        assertThat(new TypeTrial<>(type).field(null).read().apply(5)).isEqualTo("5");
        assertThat(new TypeTrial<>(type).field(null).editor()).isEqualTo(new Editor.Text("never"));
        assertThat(new TypeTrial<>(type).typed(5, " ")).isNull();
        assertThat(new TypeTrial<>(type).typed(5, " never ")).isNull();
        assertThat(new TypeTrial<>(type).typed(null, " 7 ")).isEqualTo(7);
        assertThat(new TypeTrial<>(type).typed(null, "x")).asString().startsWith("no: ");
        assertThat(new TypeTrial<>(type).schema()).isEqualTo(new TypeTrial<>(Types.whole(1, 9)).schema());
        assertThat(type.schemas(new Definitions())).isEqualTo(List.of(type.schema(new Definitions())));
        assertThat(type.keys("k")).containsExactly("k");
        assertThat(Types.optional(BOLTS, "none").parts()).hasSize(1);
    }
}
