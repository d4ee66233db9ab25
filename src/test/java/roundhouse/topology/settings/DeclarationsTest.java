package roundhouse.topology.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.Types;

/** What follows from one declaration: tried on a thing that exists only here. */
final class DeclarationsTest {
    enum Colour {
        RED,
        GREEN
    }

    /** A lamp that blinks. */
    record Lamp(
            int watts, Colour colour, Duration on, @Nullable Duration off, boolean spare, double price) {
        private static final Declarations<Lamp> DECLARED = Declarations.of(Lamp.class, "a lamp");
        static final Setting<Lamp, Integer> WATTS = DECLARED.setting(
                        "watts", Lamp::watts, Types.wholeOr("unlimited", 1, 100))
                .says("Power", "Watts it takes.")
                .required("40", 1);
        static final Setting<Lamp, Colour> COLOUR = DECLARED.setting(
                        "colour",
                        Lamp::colour,
                        new ChoiceType<Colour>("colour")
                                .or(Colour.RED, "red", "Red", "Stop.")
                                .or(Colour.GREEN, "green", "Green", "Go."))
                .says("Colour", "")
                .usually(Colour.GREEN);
        static final Setting<Lamp, Duration> ON = DECLARED.setting("on", Lamp::on, Types.positiveDuration())
                .says("On for", "How long it is lit.")
                .under("Blinking")
                .usually(Duration.ofSeconds(1));
        static final Setting<Lamp, @Nullable Duration> OFF = DECLARED.setting(
                        "off", Lamp::off, Types.optional(Types.positiveDuration(), "never"))
                .says("Off for", "How long it is dark.")
                .under("Blinking")
                .when("to red lamps", lamp -> lamp.colour == Colour.RED)
                .usuallyMissing();
        static final Setting<Lamp, Boolean> SPARE = DECLARED.setting("spare-part", Lamp::spare, Types.flag())
                .component("spare")
                .says("Spare", "")
                .usually(false);
        static final Setting<Lamp, Double> PRICE = DECLARED.setting("price", Lamp::price, Types.number(0, 1_000))
                .says("Price", "")
                .usually("ten times its watts", 0.0, lamp -> lamp.watts * 10.0);
        static final Settings<Lamp> SETTINGS = DECLARED.described("It shines.")
                .check((lamp, checks) -> {
                    if (lamp.off != null && lamp.off.compareTo(lamp.on) < 0) {
                        checks.wrong("off", "it is dark for less than it is lit");
                    }
                })
                .settings();
    }

    private final Problems problems = new Problems();

    private Lamp read(String text) {
        Json json = ((JsonText.Result.Value) JsonText.parse(text)).json();
        Fields fields = Fields.of(json, "/lamp", problems, "a lamp");
        Lamp lamp = Lamp.SETTINGS.read(java.util.Objects.requireNonNull(fields));
        if (problems.isEmpty()) {
            Lamp.SETTINGS.check(lamp, new Checks("/lamp", "the lamp", problems));
        }
        return lamp;
    }

    private List<String> messages() {
        return problems.inOrder().stream().map(Problem::toString).toList();
    }

    private static Map<String, Json> written(Lamp lamp) {
        return new LinkedHashMap<>(Lamp.SETTINGS.json(lamp).fields());
    }

    @Test
    void silenceMeansTheUsual() {
        assertThat(read("{ \"watts\": 40 }"))
                .isEqualTo(new Lamp(40, Colour.GREEN, Duration.ofSeconds(1), null, false, 400));
        assertThat(messages()).isEmpty();
    }

    @Test
    void whatIsAsUsualIsNotWritten() {
        Lamp lamp = Lamp.WATTS.with(Lamp.SETTINGS.usual(), 40);
        assertThat(written(Lamp.PRICE.with(lamp, 400.0))).containsOnlyKeys("watts");
        assertThat(written(Lamp.SPARE.with(Lamp.PRICE.with(lamp, 1.0), true)))
                .containsExactly(
                        Map.entry("watts", JsonBuilder.number(40)),
                        Map.entry("spare-part", new Json.Bool(0, true)),
                        Map.entry("price", JsonBuilder.number(1)));
        assertThat(written(Lamp.WATTS.with(lamp, Types.UNLIMITED)))
                .containsEntry("watts", JsonBuilder.text("unlimited"));
    }

    @Test
    void everyMistakeIsTold() {
        read("{ \"wats\": 40, \"colour\": \"geen\", \"on\": \"0.5\", \"off\": 5, \"price\": 2000 }");
        assertThat(messages())
                .containsExactly(
                        "line 1, /lamp: unknown key \"wats\"; did you mean \"watts\"? A lamp has watts, colour, on, off, spare-part, price",
                        "line 1, /lamp/colour: unknown colour \"geen\"; did you mean \"green\"? Allowed are red, green",
                        "line 1, /lamp/on: \"on\": found \"0.5\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\"",
                        "line 1, /lamp/off: \"off\": found 5; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\"",
                        "line 1, /lamp/price: \"price\" is 2000; a number from 0 to 1,000 is allowed");
    }

    @Test
    void whatMustBeSaidIsAskedFor() {
        read("{}");
        assertThat(messages()).containsExactly("line 1, /lamp: a lamp needs \"watts\", like 40");
    }

    @Test
    void valuesAreCheckedWhoeverMadeThem() {
        Lamp dark = new Lamp(500, Colour.RED, Duration.ZERO, Duration.ZERO, false, 1);
        Lamp.SETTINGS.check(dark, new Checks("", "the lamp", problems));
        assertThat(messages())
                .containsExactly(
                        "/watts: the lamp: watts is 500; a whole number from 1 to 100 is allowed",
                        "/on: the lamp: on is 0s; it must be longer",
                        "/off: the lamp: off is 0s; it must be longer");
    }

    @Test
    void whatSettingsMustBeTogetherIsCheckedToo() {
        assertThat(read("{ \"watts\": 1, \"off\": \"10ms\" }").off()).isEqualTo(Duration.ofMillis(10));
        assertThat(messages()).containsExactly("/lamp/off: the lamp: it is dark for less than it is lit");
    }

    @Test
    void theSchemaSaysTypesLimitsDefaultsAndWhatMustBeThere() {
        Definitions definitions = new Definitions();
        Json.Obj schema = Lamp.SETTINGS.schema(definitions);
        assertThat(schema.fields()).containsEntry("required", JsonBuilder.array(List.of(JsonBuilder.text("watts"))));
        Json.Obj properties = (Json.Obj) schema.fields().get("properties");
        assertThat(properties.fields()).containsOnlyKeys("watts", "colour", "on", "off", "spare-part", "price");
        assertThat(((Json.Obj) properties.fields().get("colour")).fields())
                .containsEntry("default", JsonBuilder.text("green"));
        assertThat(((Json.Obj) properties.fields().get("price")).fields())
                .containsEntry("maximum", JsonBuilder.number(1_000))
                .doesNotContainKey("default");
        assertThat(definitions.all().fields()).containsOnlyKeys("duration");
    }

    @Test
    void theFormShowsWhatAppliesAndReadsWhatIsTyped() {
        Lamp green = Lamp.WATTS.with(Lamp.SETTINGS.usual(), 40);
        assertThat(fields(green)).containsOnlyKeys("watts", "colour", "spare-part", "price", "on");
        FormField<Lamp> colour = java.util.Objects.requireNonNull(fields(green).get("colour"));
        Lamp red = ((Units.Parsed.Value<Lamp>) colour.write().apply(green, "red")).value();
        assertThat(red.colour()).isEqualTo(Colour.RED);
        FormField<Lamp> off = java.util.Objects.requireNonNull(fields(red).get("off"));
        assertThat(off.read().apply(red)).isEmpty();
        assertThat(off.editor()).isEqualTo(new Editor.Text("never"));
        assertThat(off.write().apply(red, "2 s"))
                .isEqualTo(new Units.Parsed.Value<>(Lamp.OFF.with(red, Duration.ofSeconds(2))));
        assertThat(off.write().apply(red, "never")).isEqualTo(new Units.Parsed.Value<>(red));
        assertThat(off.write().apply(red, "soon")).isInstanceOf(Units.Parsed.Wrong.class);
        assertThat(Lamp.SETTINGS.form(red).stream().map(FormSection::title)).containsExactly("", "Blinking");
    }

    private static Map<String, FormField<Lamp>> fields(Lamp lamp) {
        Map<String, FormField<Lamp>> fields = new LinkedHashMap<>();
        Lamp.SETTINGS.form(lamp).forEach(section -> section.fields().forEach(field -> fields.put(field.key(), field)));
        return fields;
    }

    @Test
    void aComponentIsDeclaredOnce() {
        record Pair(int first, int second) {}
        Declarations<Pair> half = Declarations.of(Pair.class, "a pair");
        half.setting("first", Pair::first, Types.whole(0, 1)).usually(0);
        assertThatThrownBy(half::settings).hasMessage("a pair declares its component second 0 times");
        half.setting("second", Pair::second, Types.whole(0, 1)).usually(0);
        half.setting("third", Pair::second, Types.whole(0, 1))
                .component("second")
                .usually(0);
        assertThatThrownBy(half::settings).hasMessage("a pair declares its component second 2 times");
        assertThatThrownBy(() ->
                        half.setting("fourth", Pair::second, Types.whole(0, 1)).usually(0))
                .hasMessageContaining("no component fourth");
    }
}
