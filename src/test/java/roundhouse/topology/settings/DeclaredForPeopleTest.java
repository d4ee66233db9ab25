package roundhouse.topology.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;
import roundhouse.topology.types.VariantsType;

/** What declarations say to references, schemas and forms: tried on a shelf that exists only here. */
final class DeclaredForPeopleTest {
    private record Board(int thick) {}

    private record Shelf(int height, @Nullable String place, double width, boolean door, Board board, int key) {}

    private final Declarations<Board> boards = Declarations.of(Board.class, "a board");
    private final Setting<Board, Integer> thick =
            boards.setting("thick", Board::thick, Types.whole(1, 9)).usually(2);
    private final Settings<Board> board = boards.settings();
    private final Declarations<Shelf> declared = Declarations.of(Shelf.class, "a shelf");
    private final Setting<Shelf, Integer> height = declared.setting("height", Shelf::height, Types.whole(1, 300))
            .says("Height", "In cm.")
            .required("200", 1);
    private final Setting<Shelf, @Nullable String> place = declared.setting(
                    "place", Shelf::place, Types.optional(Types.name(), "anywhere"))
            .says("Place", "Where it stands.")
            .under("Room")
            .when("to tall shelves", shelf -> shelf.height > 100)
            .usuallyMissing();
    private final Setting<Shelf, Double> width = declared.setting("width", Shelf::width, Types.number(0, 1_000))
            .says("Width", "")
            .usually("half its height", 0.0, shelf -> shelf.height / 2.0);
    private final Setting<Shelf, Boolean> door = declared.setting("door", Shelf::door, Types.flag())
            .says("Door", "Whether it has one.")
            .editedBy((shelf, has) ->
                    new Shelf(shelf.height, shelf.place, shelf.width, has, shelf.board, has ? shelf.key + 1 : 0))
            .alwaysWritten()
            .usually(false);
    private final Setting<Shelf, Board> boardSetting = declared.setting(
                    "board", Shelf::board, new NestedType<>("board", board))
            .usually(new Board(2));
    private final Setting<Shelf, Integer> key =
            declared.setting("key", Shelf::key, Types.whole(0, 9)).hidden().usually(0);
    private final Settings<Shelf> settings = declared.described("It holds books.")
            .titled("Shelf", "Shelves")
            .sections("Attic", "Room")
            .check((shelf, checks) -> {
                if (shelf.width > shelf.height) {
                    checks.wrong("width", "it is wider than high");
                }
            })
            .schema(new JsonBuilder().put("minProperties", 1).build())
            .settings();
    private final Shelf shelf = new Shelf(200, null, 100, false, new Board(2), 0);
    private final Problems problems = new Problems();

    private List<String> told() {
        return problems.inOrder().stream().map(Problem::toString).toList();
    }

    @Test
    void aThingHasItsWords() {
        assertThat(List.of(settings.what(), settings.title(), settings.plural(), settings.description()))
                .containsExactly("a shelf", "Shelf", "Shelves", "It holds books.");
        Settings<Shelf> part = settings.without("a part", "key");
        assertThat(List.of(part.what(), part.title(), part.plural(), part.description()))
                .containsExactly("a part", "Shelf", "Shelves", "It holds books.");
        assertThat(List.of(board.title(), board.plural(), board.description())).containsExactly("", "", "");
    }

    @Test
    void referencesSayWhatIsAllowedWhatIsUsualAndWhatItMeans() {
        assertThat(settings.rows())
                .containsExactly(
                        new SettingRow(List.of("height"), "a whole number from 1 to 300", "", "In cm.", List.of()),
                        new SettingRow(
                                List.of("place"),
                                Types.name().allowed(),
                                "anywhere",
                                "Where it stands. Applies to tall shelves.",
                                List.of()),
                        new SettingRow(List.of("width"), "a number from 0 to 1,000", "half its height", "", List.of()),
                        new SettingRow(List.of("door"), "true or false", "false", "Whether it has one.", List.of()),
                        new SettingRow(List.of("board"), "a board", "each as usual", "", List.of(board)),
                        new SettingRow(List.of("key"), "a whole number from 0 to 9", "0", "", List.of()));
    }

    @Test
    void whatMustBeSaidHasAnExample() {
        assertThat(settings.examples()).isEqualTo(Map.of("height", "200"));
    }

    @Test
    void aSettingKnowsItsKeyAndItsType() {
        assertThat(height.key()).isEqualTo("height");
        assertThat(place.type().allowed()).isEqualTo(Types.name().allowed());
        assertThat(place.type().shownMissing()).isEqualTo("anywhere");
        assertThat(width.type().shownMissing()).isEqualTo("none");
        assertThat(thick.type().parts()).isEmpty();
        assertThat(boardSetting.get(shelf)).isEqualTo(new Board(2));
    }

    @Test
    void aTypeThatAlwaysHasAValueHasNoFieldForNone() {
        Type<Board> oneOfSeveral = new VariantsType<>("boards", "a board", "kind", "\"oak\"");
        assertThatThrownBy(() -> oneOfSeveral.optionalForm(new FieldName("board", "Board", ""), null, "none", null))
                .hasMessage("board cannot be missing");
    }

    @Test
    void theSchemaSaysWhatPeopleRead() {
        Definitions definitions = new Definitions();
        Json.Obj schema = settings.schema(definitions);
        assertThat(schema.fields().keySet())
                .containsExactly(
                        "description", "type", "properties", "required", "additionalProperties", "minProperties");
        assertThat(schema.fields()).containsEntry("description", JsonBuilder.text("It holds books."));
        Json.Obj properties = (Json.Obj) Objects.requireNonNull(schema.fields().get("properties"));
        assertThat(printed(properties, "height"))
                .isEqualTo("{ \"type\": \"integer\", \"minimum\": 1, \"maximum\": 300, \"description\": \"In cm.\" }");
        assertThat(printed(properties, "width"))
                .isEqualTo("{ \"type\": \"number\", \"minimum\": 0, \"maximum\": 1000 }");
        assertThat(printed(properties, "key"))
                .isEqualTo("{ \"type\": \"integer\", \"minimum\": 0, \"maximum\": 9, \"default\": 0 }");
        assertThat(board.schema(definitions).fields().keySet())
                .containsExactly("type", "properties", "additionalProperties");
    }

    private static String printed(Json.Obj object, String its) {
        return JsonPrinter.printLine(Objects.requireNonNull(object.fields().get(its)));
    }

    @Test
    void sectionsStandInTheirOwnOrderAndEmptyOnesNotAtAll() {
        assertThat(settings.form(shelf).stream().map(FormSection::title)).containsExactly("Room", "");
        assertThat(settings.form(height.with(shelf, 100)).stream().map(FormSection::title))
                .containsExactly("");
    }

    @Test
    void fieldsWithoutSectionsBeginWithThePrefixAndHideWhatIsHidden() {
        assertThat(settings.fields(shelf, "wall.").stream().map(FormField::key))
                .containsExactly("wall.height", "wall.width", "wall.door", "wall.board.thick", "wall.place");
    }

    @Test
    void anEditMayChangeMore() {
        FormField<Shelf> field = settings.fields(shelf, "").stream()
                .filter(each -> each.key().equals("door"))
                .findFirst()
                .orElseThrow();
        Shelf closed = new Shelf(200, null, 100, true, new Board(2), 1);
        assertThat(field.write().apply(shelf, "on")).isEqualTo(new Units.Parsed.Value<>(closed));
        assertThat(field.write().apply(closed, "on"))
                .as("the same once more is no change")
                .isEqualTo(new Units.Parsed.Value<>(closed));
        assertThat(door.with(shelf, true).key()).as("not edited").isZero();
    }

    @Test
    void whatIsAlwaysWrittenIsWrittenAsUsualToo() {
        assertThat(JsonPrinter.printLine(settings.json(shelf))).isEqualTo("{ \"height\": 200, \"door\": false }");
        assertThat(JsonPrinter.printLine(settings.json(key.with(width.with(shelf, 50.0), 3))))
                .isEqualTo("{ \"height\": 200, \"width\": 50, \"door\": false, \"key\": 3 }");
    }

    @Test
    void whatFollowsFromTheRestFollowsWhereNothingIsSaid() {
        assertThat(settings.usual().width()).isEqualTo(0.5);
        Json json = ((JsonText.Result.Value) JsonText.parse("{ \"height\": 80 }")).json();
        Fields fields = Objects.requireNonNull(Fields.of(json, "", problems, "a shelf"));
        assertThat(settings.read(fields).width()).isEqualTo(40);
        assertThat(fields.problems()).isSameAs(problems);
    }

    @Test
    void settingsAreCheckedTogether() {
        settings.check(width.with(shelf, 201.0), new Checks("", "the shelf", problems));
        assertThat(told()).containsExactly("/width: the shelf: it is wider than high");
    }

    @Test
    void anObjectMayHaveKeysThatAnotherReads() {
        Json json = ((JsonText.Result.Value) JsonText.parse("{ \"height\": 80, \"owner\": 1, \"colour\": 2 }")).json();
        settings.read(Objects.requireNonNull(Fields.of(json, "", problems, "a shelf")), List.of("owner"));
        assertThat(told())
                .containsExactly(
                        "line 1: unknown key \"colour\"; a shelf has owner, height, place, width, door, board, key");
    }
}
