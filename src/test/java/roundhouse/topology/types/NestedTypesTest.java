package roundhouse.topology.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;

/** Values with settings of their own, and what may stand for them. */
class NestedTypesTest {
    sealed interface Shape permits Disc, Box {}

    record Disc(int radius) implements Shape {
        private static final Declarations<Disc> DECLARED =
                Declarations.of(Disc.class, "a disc").constant("type", "disc");
        static final Setting<Disc, Integer> RADIUS =
                DECLARED.setting("radius", Disc::radius, Types.whole(1, 99)).usually(1);
        static final Settings<Disc> SETTINGS = DECLARED.settings();
    }

    record Box(int width, int height) implements Shape {
        private static final Declarations<Box> DECLARED = Declarations.of(Box.class, "a box");
        static final Setting<Box, Integer> WIDTH = DECLARED.setting("width", Box::width, Types.whole(1, 99))
                .alwaysWritten()
                .usually(2);
        static final Setting<Box, Integer> HEIGHT =
                DECLARED.setting("height", Box::height, Types.whole(1, 99)).usually(3);
        static final Settings<Box> SETTINGS = DECLARED.settings();
    }

    private static final Type<Box> PLAIN = new NestedType<>("box", Box.SETTINGS);
    private static final NestedType<Box> SHORT = new NestedType<>("box", Box.SETTINGS)
            .orTrue(new Box(2, 3))
            .orWord("square", new Box(4, 4))
            .orJust(Box.WIDTH);
    private static final Settings<Box> OF_SHAPE = boxes();

    private static Settings<Box> boxes() {
        Declarations<Box> declared = Declarations.of(Box.class, "a box").constant("type", "box");
        declared.setting("width", Box::width, Types.whole(1, 99)).usually(2);
        declared.setting("height", Box::height, Types.whole(1, 99)).usually(3);
        return declared.settings();
    }

    private static VariantsType<Shape> shapes() {
        return new VariantsType<Shape>("shape", "a shape", "shape", "\"disc\"")
                .or("disc", "Disc", "Round.", Disc.class, Disc.SETTINGS)
                .or("box", "Box", "Square.", Box.class, OF_SHAPE);
    }

    @Test
    void isAnObjectWithItsSettings() {
        assertThat(new TypeTrial<>(PLAIN).read("{ \"width\": 5 }")).isEqualTo(new Box(5, 3));
        assertThat(new TypeTrial<>(PLAIN).written(new Box(5, 4))).isEqualTo("{ \"width\": 5, \"height\": 4 }");
        assertThat(new TypeTrial<>(PLAIN).refusal("7")).containsExactly("found 7; a box is an object, { … }");
        assertThat(new TypeTrial<>(PLAIN).checked(new Box(5, 0)))
                .containsExactly("it: height is 0; a whole number from 1 to 99 is allowed");
        assertThat(new TypeTrial<>(PLAIN).fields(new Box(5, 4)))
                .extracting(FormField::key)
                .containsExactly("k.width", "k.height");
        assertThat(PLAIN.parts()).extracting(SettingGroup::what).containsExactly("a box");
        assertThat(PLAIN.allowed()).isEqualTo("a box");
        assertThat(List.of(PLAIN.shown(new Box(2, 3)), PLAIN.shown(new Box(2, 4))))
                .containsExactly("each as usual", "an object");
    }

    @Test
    void somethingShorterMayStandForIt() {
        assertThat(new TypeTrial<>(SHORT).read("true")).isEqualTo(new Box(2, 3));
        assertThat(new TypeTrial<>(SHORT).readOrNull("false")).isNull();
        assertThat(new TypeTrial<>(SHORT).read("\"square\"")).isEqualTo(new Box(4, 4));
        assertThat(new TypeTrial<>(SHORT).read("7")).isEqualTo(new Box(7, 3));
        assertThat(new TypeTrial<>(SHORT).read("{ \"height\": 7 }")).isEqualTo(new Box(2, 7));
        assertThat(new TypeTrial<>(SHORT).refusal("\"round\""))
                .containsExactly("\"k\" is \"round\"; a whole number from 1 to 99 is allowed");
    }

    @Test
    void theShortestThatSaysItAllIsWritten() {
        assertThat(new TypeTrial<>(SHORT).written(new Box(2, 3))).isEqualTo("true");
        assertThat(new TypeTrial<>(SHORT).written(new Box(4, 4))).isEqualTo("\"square\"");
        assertThat(new TypeTrial<>(SHORT).written(new Box(7, 3))).isEqualTo("7");
        assertThat(new TypeTrial<>(SHORT).written(new Box(7, 4))).isEqualTo("{ \"width\": 7, \"height\": 4 }");
        assertThat(List.of(SHORT.shown(new Box(4, 4)), SHORT.shown(new Box(7, 4)), SHORT.shown(new Box(2, 3))))
                .containsExactly("square", "an object", "true");
    }

    @Test
    void theSchemaTakesEachForm() {
        assertThat(new TypeTrial<>(PLAIN).schema())
                .startsWith("{ \"$ref\": \"#/$defs/box\" } { \"box\": { \"type\": \"object\"");
        assertThat(new TypeTrial<>(SHORT).schema())
                .startsWith(
                        "{ \"$ref\": \"#/$defs/box\" } { \"box\": { \"anyOf\": [{ \"const\": true }, { \"const\": false }, "
                                + "{ \"const\": \"square\" }, { \"type\": \"integer\", \"minimum\": 1, \"maximum\": 99 }, { \"type\": \"object\"");
    }

    @Test
    void whatMayBeMissingIsSwitchedOnFirst() {
        Type<@Nullable Box> type = Types.optional(PLAIN, "off");
        FormField<@Nullable Box> flag = new TypeTrial<>(type).field(null);
        assertThat(flag.editor()).isEqualTo(new Editor.Flag());
        assertThat(flag.read().apply(null)).isEqualTo(Editor.OFF);
        assertThat(flag.read().apply(new Box(5, 5))).isEqualTo(Editor.ON);
        assertThat(TypeTrial.outcome(flag, null, Editor.ON)).isEqualTo(new Box(2, 3));
        assertThat(TypeTrial.outcome(flag, new Box(5, 5), Editor.ON)).isEqualTo(new Box(5, 5));
        assertThat(TypeTrial.outcome(flag, new Box(5, 5), Editor.OFF)).isNull();
        assertThat(new TypeTrial<>(type).fields(null)).hasSize(1);
        assertThat(new TypeTrial<>(type).fields(new Box(5, 5)))
                .extracting(FormField::key)
                .containsExactly("k", "k.width", "k.height");
        FormField<@Nullable Box> height = new TypeTrial<>(type).field(new Box(5, 5), "k.height");
        assertThat(TypeTrial.outcome(height, new Box(5, 5), "7")).isEqualTo(new Box(5, 7));
        assertThat(TypeTrial.outcome(height, null, "7"))
                .as("it begins as usual")
                .isEqualTo(new Box(2, 7));
    }

    @Test
    void itBeginsAsIsSaid() {
        Type<@Nullable Box> type =
                Types.optional(new NestedType<>("box", Box.SETTINGS).beginsWith(new Box(8, 9)), "off");
        assertThat(new TypeTrial<>(type).typed(null, Editor.ON)).isEqualTo(new Box(8, 9));
    }

    @Test
    void aVariantIsToldByItsWord() {
        VariantsType<Shape> type = shapes();
        assertThat(new TypeTrial<>(type).read("{ \"type\": \"disc\", \"radius\": 5 }"))
                .isEqualTo(new Disc(5));
        assertThat(new TypeTrial<>(type).read("{ \"type\": \"box\" }")).isEqualTo(new Box(2, 3));
        assertThat(new TypeTrial<>(type).written(new Disc(5))).isEqualTo("{ \"type\": \"disc\", \"radius\": 5 }");
        assertThat(new TypeTrial<>(type).checked(new Disc(0)))
                .containsExactly("it: radius is 0; a whole number from 1 to 99 is allowed");
        assertThat(List.of(
                        type.word(new Disc(1)), type.title(new Box(1, 1)), type.shown(new Box(1, 1)), type.allowed()))
                .containsExactly("disc", "Box", "box", "a shape (disc, box)");
        assertThat(type.parts()).extracting(SettingGroup::what).containsExactly("a disc", "a box");
        assertThat(type.usual("box")).isEqualTo(new Box(2, 3));
        assertThatThrownBy(() -> type.usual("cone")).hasMessage("no variant cone of a shape");
        assertThat(new TypeTrial<>(type).schema())
                .contains("\"shape\": { \"anyOf\": [{ \"type\": \"object\"", "\"radius\"", "\"width\"");
    }

    @Test
    void whatIsNoVariantIsRefused() {
        assertThat(new TypeTrial<>(shapes()).refusal("{}")).containsExactly("a shape needs \"type\", like \"disc\"");
        assertThat(new TypeTrial<>(shapes()).refusal("{ \"type\": \"cone\" }"))
                .containsExactly("unknown shape \"cone\"; allowed are disc, box");
        assertThat(new TypeTrial<>(shapes()).refusal("7")).containsExactly("found 7; a shape is an object, { … }");
        assertThat(new TypeTrial<>(shapes()).typed(new Disc(1), "cone"))
                .isEqualTo("no: unknown shape \"cone\"; allowed are disc, box");
    }

    @Test
    void anotherKeyMayTellThem() {
        Declarations<Disc> declared = Declarations.of(Disc.class, "a disc").constant("form", "disc");
        declared.setting("radius", Disc::radius, Types.whole(1, 99)).usually(1);
        VariantsType<Shape> type = new VariantsType<Shape>("shape", "a shape", "shape", "\"disc\"")
                .toldApartBy("form")
                .or("disc", "Disc", "Round.", Disc.class, declared.settings());
        assertThat(new TypeTrial<>(type).read("{ \"form\": \"disc\", \"radius\": 5 }"))
                .isEqualTo(new Disc(5));
        assertThat(new TypeTrial<>(type).refusal("{}")).containsExactly("a shape needs \"form\", like \"disc\"");
    }

    @Test
    void aFormChoosesTheVariantAndEditsIt() {
        TypeTrial<Shape> trial = new TypeTrial<>(shapes());
        assertThat(trial.fields(new Disc(5))).extracting(FormField::key).containsExactly("k", "k.radius");
        assertThat(trial.field(new Disc(5)).read().apply(new Disc(5))).isEqualTo("disc");
        assertThat(trial.field(new Disc(5)).editor())
                .isEqualTo(new Editor.Choice(List.of(
                        new Editor.Option("disc", "Disc", "Round."), new Editor.Option("box", "Box", "Square."))));
        assertThat(trial.typed(new Disc(5), "disc")).as("the same").isEqualTo(new Disc(5));
        assertThat(trial.typed(new Disc(5), "box")).as("the other's usual one").isEqualTo(new Box(2, 3));
        FormField<Shape> radius = trial.field(new Disc(5), "k.radius");
        assertThat(radius.read().apply(new Disc(7))).isEqualTo("7");
        assertThat(TypeTrial.outcome(radius, new Disc(5), "8")).isEqualTo(new Disc(8));
        assertThat(TypeTrial.outcome(radius, new Box(2, 3), "8"))
                .as("what was a box is a disc first")
                .isEqualTo(new Disc(8));
    }

    @Test
    void aVariantMayBecomeAnother() {
        VariantsType<Shape> type = shapes().convertedBy((shape, word) ->
                word.equals("box") && shape instanceof Disc(int radius) ? new Box(radius, radius) : new Disc(9));
        assertThat(new TypeTrial<>(type).typed(new Disc(5), "box")).isEqualTo(new Box(5, 5));
        assertThat(new TypeTrial<>(type).typed(new Box(5, 5), "disc")).isEqualTo(new Disc(9));
    }

    @Test
    void aPlainValueMayStandForAVariant() {
        Type<Shape> type = shapes().orJust(
                        Types.whole(1, 99), Disc::new, shape -> shape instanceof Disc(int radius) ? radius : null);
        assertThat(new TypeTrial<>(type).read("7")).isEqualTo(new Disc(7));
        assertThat(new TypeTrial<>(type).written(new Disc(7))).isEqualTo("7");
        assertThat(new TypeTrial<>(type).written(new Box(2, 3))).isEqualTo("{ \"type\": \"box\" }");
        assertThat(type.shown(new Disc(7))).isEqualTo("7");
        assertThat(type.shown(new Box(2, 3))).isEqualTo("box");
        assertThat(new TypeTrial<>(type).schema()).contains("\"anyOf\": [{ \"type\": \"integer\"");
        Type<Shape> text = shapes().orJust(Types.duration(), time -> new Disc((int) time.toSeconds()), shape -> null);
        assertThat(new TypeTrial<>(text).readOrNull("\"soon\"")).isNull();
    }

    @Test
    void itsWordAloneMayStandForAVariantAsUsual() {
        Type<Shape> type = shapes().orJustTheWord();
        assertThat(new TypeTrial<>(type).read("\"box\"")).isEqualTo(new Box(2, 3));
        assertThat(new TypeTrial<>(type).written(new Box(2, 3))).isEqualTo("\"box\"");
        assertThat(new TypeTrial<>(type).written(new Box(2, 4))).isEqualTo("{ \"type\": \"box\", \"height\": 4 }");
        assertThat(type.shown(new Box(2, 3))).isEqualTo("box");
        assertThat(new TypeTrial<>(type).refusal("\"cone\""))
                .containsExactly("unknown shape \"cone\"; allowed are disc, box");
        assertThat(new TypeTrial<>(type).schema()).contains("\"anyOf\": [{ \"enum\": [\"disc\", \"box\"] }, ");
    }
}
