package roundhouse.topology.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.types.Types;

/** What stands among the settings of a record and is none itself: a constant, two ends, a fixed component, a component's own settings. */
final class PartsOfARecordTest {
    private record Plug(int pins, double volts) {}

    private record Cable(String from, String to, String norm, Plug plug, int metres) {}

    private static final Cable CABLE = new Cable("a", "b", "IEC", new Plug(3, 110), 7);

    private final Declarations<Plug> plugs = Declarations.of(Plug.class, "a plug");
    private final Setting<Plug, Integer> pins = plugs.setting("pins", Plug::pins, Types.whole(2, 5))
            .says("Pins", "How many it has.")
            .required("3", 2);
    private final Setting<Plug, Double> volts = plugs.setting("volts", Plug::volts, Types.number(0, 400))
            .says("Volts", "")
            .under("Current")
            .usually(230.0);
    private final Declarations<Cable> declared = Declarations.of(Cable.class, "a cable")
            .constant("kind", "cable")
            .pair("ends", "from", Cable::from, "to", Cable::to, Types.id())
            .fixed("norm", "IEC");
    private final Inlined<Cable, Plug> plug = declared.inlined("plug", Cable::plug, plugs.settings(), "Plug");
    private final Setting<Cable, Integer> metres = declared.setting("metres", Cable::metres, Types.whole(1, 100))
            .says("Length", "")
            .usually(5);
    private final Settings<Cable> settings = declared.settings();
    private final Problems problems = new Problems();

    private Fields fields(String text) {
        Json json = ((JsonText.Result.Value) JsonText.parse(text)).json();
        return Objects.requireNonNull(Fields.of(json, "/cable", problems, "a cable"));
    }

    private List<String> told() {
        return problems.inOrder().stream().map(Problem::toString).toList();
    }

    @Test
    void theirKeysStandInTheOrderOfTheDeclarations() {
        assertThat(settings.keys()).containsExactly("kind", "ends", "pins", "volts", "metres");
    }

    @Test
    void whatAFileSaysOfThemIsRead() {
        Cable read = settings.read(fields(
                "{ \"kind\": \"cable\", \"ends\": [\"a\", \"b\"], \"pins\": 3, \"volts\": 110, \"metres\": 7 }"));
        assertThat(read).isEqualTo(CABLE);
        assertThat(told()).isEmpty();
    }

    @Test
    void whereAFileIsSilentTheyAreAsUsual() {
        assertThat(settings.read(fields("{ \"ends\": [\"a\", \"b\"], \"pins\": 4 }")))
                .isEqualTo(new Cable("a", "b", "IEC", new Plug(4, 230), 5));
        assertThat(settings.usual()).isEqualTo(new Cable("", "", "IEC", new Plug(2, 230), 5));
    }

    @Test
    void whatMustBeThereIsAskedForInTheNameOfTheWhole() {
        assertThat(settings.read(fields("{ \"metres\": 7, \"volts\": 500 }")))
                .isEqualTo(new Cable("", "", "IEC", new Plug(2, 0), 7));
        assertThat(told())
                .containsExactly(
                        "line 1, /cable/ends: \"ends\" is missing; the two ends of a link are allowed, like [\"lb-1\", \"s1\"]",
                        "line 1, /cable: a cable needs \"pins\", like 3",
                        "line 1, /cable/volts: \"volts\" is 500; a number from 0 to 400 is allowed");
    }

    @Test
    void theyAreWrittenAmongTheOthers() {
        assertThat(JsonPrinter.printLine(settings.json(CABLE)))
                .isEqualTo(
                        "{ \"kind\": \"cable\", \"ends\": [\"a\", \"b\"], \"pins\": 3, \"volts\": 110, \"metres\": 7 }");
        assertThat(JsonPrinter.printLine(settings.json(settings.usual())))
                .isEqualTo("{ \"kind\": \"cable\", \"ends\": [\"\", \"\"], \"pins\": 2 }");
    }

    @Test
    void theSettingsOfAComponentAreCheckedWithTheRest() {
        settings.check(plug.with(CABLE, new Plug(6, 500)), new Checks("/cable", "the cable", problems));
        assertThat(told())
                .containsExactly(
                        "/cable/pins: the cable: pins is 6; a whole number from 2 to 5 is allowed",
                        "/cable/volts: the cable: volts is 500; a number from 0 to 400 is allowed");
    }

    @Test
    void theSchemaHasTheirKeysAmongTheOthers() {
        Definitions definitions = new Definitions();
        Json.Obj schema = settings.schema(definitions);
        assertThat(JsonPrinter.printLine(Objects.requireNonNull(schema.fields().get("required"))))
                .isEqualTo("[\"kind\", \"ends\", \"pins\"]");
        Json.Obj properties = (Json.Obj) Objects.requireNonNull(schema.fields().get("properties"));
        assertThat(properties.fields()).containsOnlyKeys("kind", "ends", "pins", "volts", "metres");
        assertThat(printed(properties, "kind")).isEqualTo("{ \"const\": \"cable\" }");
        assertThat(printed(properties, "ends")).isEqualTo("{ \"$ref\": \"#/$defs/ends\" }");
        assertThat(printed(definitions.all(), "ends"))
                .startsWith("{ \"description\": \"The two ends of a link.\", \"type\": \"array\", \"items\": {")
                .endsWith("\"minItems\": 2, \"maxItems\": 2 }");
    }

    private static String printed(Json.Obj object, String key) {
        return JsonPrinter.printLine(Objects.requireNonNull(object.fields().get(key)));
    }

    @Test
    void theFieldsOfAComponentStandInOneSectionAndEditIt() {
        List<FormSection<Cable>> form = settings.form(CABLE);
        assertThat(form.stream().map(FormSection::title)).containsExactly("Plug", "");
        List<FormField<Cable>> fields = form.getFirst().fields();
        assertThat(fields.stream().map(FormField::key)).containsExactly("pins", "volts");
        assertThat(fields.getLast().read().apply(CABLE)).isEqualTo("110");
        assertThat(fields.getLast().write().apply(CABLE, "120"))
                .isEqualTo(new Units.Parsed.Value<>(new Cable("a", "b", "IEC", new Plug(3, 120), 7)));
    }

    @Test
    void aComponentIsHadAndReplaced() {
        assertThat(plug.get(CABLE)).isEqualTo(new Plug(3, 110));
        assertThat(plug.with(CABLE, new Plug(2, 12))).isEqualTo(new Cable("a", "b", "IEC", new Plug(2, 12), 7));
    }

    @Test
    void referencesHaveARowForEachSetting() {
        assertThat(settings.rows().stream().map(SettingRow::keys))
                .containsExactly(List.of("pins"), List.of("volts"), List.of("metres"));
    }

    @Test
    void theEndsHaveAnExampleOfTheirOwn() {
        assertThat(settings.examples()).isEqualTo(Map.of("ends", "[\"lb-1\", \"s1\"]"));
    }

    @Test
    void whatSomethingElseSaysIsNotSaidAndAsUsual() {
        Settings<Cable> patch = settings.without("a patch", "kind", "ends", "metres");
        assertThat(patch.what()).isEqualTo("a patch");
        assertThat(patch.keys()).containsExactly("pins", "volts");
        assertThat(patch.usual()).isEqualTo(settings.usual());
        assertThat(patch.read(fields("{ \"pins\": 3, \"volts\": 110 }")))
                .isEqualTo(new Cable("", "", "IEC", new Plug(3, 110), 5));
        assertThat(told()).isEmpty();
        assertThat(JsonPrinter.printLine(patch.json(CABLE))).isEqualTo("{ \"pins\": 3, \"volts\": 110 }");
        assertThat(JsonPrinter.printLine(Objects.requireNonNull(
                        patch.schema(new Definitions()).fields().get("required"))))
                .isEqualTo("[\"pins\"]");
        assertThat(patch.form(CABLE).stream().map(FormSection::title)).containsExactly("Plug");
        assertThat(patch.rows()).hasSize(2);
        patch.check(metres.with(CABLE, 0), new Checks("", "the patch", problems));
        assertThat(told()).isEmpty();
    }

    @Test
    void whatSomethingElseSaysMustNotBeSaid() {
        settings.without("a patch", "metres").read(fields("{ \"ends\": [\"a\", \"b\"], \"pins\": 3, \"metres\": 7 }"));
        assertThat(told())
                .containsExactly("line 1, /cable: unknown key \"metres\"; a patch has kind, ends, pins, volts");
    }

    @Test
    void whatWasChangedIsDoneToAnother() {
        Cable longer = metres.with(CABLE, 9);
        Cable other = new Cable("c", "d", "IEC", new Plug(2, 12), 1);
        assertThat(settings.changed(CABLE, longer, other)).isEqualTo(metres.with(other, 9));
        assertThat(settings.changed(CABLE, new Cable("x", "b", "IEC", new Plug(3, 110), 7), other))
                .isEqualTo(new Cable("x", "d", "IEC", new Plug(2, 12), 1));
        assertThat(settings.changed(CABLE, CABLE, other)).isEqualTo(other);
    }

    @Test
    void aCableIsNoPlug() {
        assertThat(settings.cast(CABLE)).isSameAs(CABLE);
        Object other = CABLE.plug();
        assertThatThrownBy(() -> settings.cast(other)).isInstanceOf(ClassCastException.class);
        assertThat(pins.get(CABLE.plug())).isEqualTo(3);
        assertThat(volts.get(CABLE.plug())).isEqualTo(110);
    }
}
