package roundhouse.topology.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.settings.Type;

/** Values that are one JSON value and one field of a form. */
class PlainTypesTest {
    private static final Type<Integer> WHOLE = Types.whole(1, 1_024);
    private static final Type<Integer> ROOM = Types.wholeOr("unlimited", 1, 10);
    private static final Type<String> SHOUT = Types.text("capitals", "^[A-Z]*$", (key, text, checks) -> {
        if (!text.equals(text.toUpperCase(java.util.Locale.ROOT))) {
            checks.wrong(key, "louder");
        }
    });

    /** The type, a value, as files have it, as a form shows it, and as references do. */
    static List<Arguments> values() {
        return List.of(
                arguments(WHOLE, 1_000, "1000", "1000", "1000"),
                arguments(ROOM, 7, "7", "7", "7"),
                arguments(ROOM, Types.UNLIMITED, "\"unlimited\"", "", "unlimited"),
                arguments(Types.wholeOr("never", 0, 1, 10), 0, "\"never\"", "", "never"),
                arguments(Types.number(0, 5), 2.5, "2.5", "2.5", "2.5"),
                arguments(Types.share(), 0.125, "0.125", "12.5 %", "0.125"),
                arguments(Types.percent(), 55, "55", "55 %", "55"),
                arguments(Types.bytes(), 3 << 20, "3145728", "3 MiB", "3145728"),
                arguments(Types.bytes(), 64 << 10, "65536", "64 KiB", "65536"),
                arguments(Types.bytes(), 1_500, "1500", "1500 B", "1500"),
                arguments(Types.storage(), 500L << 30, "\"500GiB\"", "500GiB", "500GiB"),
                arguments(Types.storage(), 1L << 50, "\"1024TiB\"", "1024TiB", "1024TiB"),
                arguments(Types.storage(), 1_500L, "\"1500B\"", "1500B", "1500B"),
                arguments(Types.rate(), 1_200.0, "\"1200/s\"", "1200/s", "1200/s"),
                arguments(Types.flag(), true, "true", "on", "true"),
                arguments(Types.flag(), false, "false", "off", "false"),
                arguments(Types.duration(), Duration.ofMillis(5), "\"5ms\"", "5ms", "5ms"),
                arguments(Types.positiveDuration(), Duration.ofMillis(5), "\"5ms\"", "5ms", "5ms"),
                arguments(Types.wholeSeconds(), Duration.ofSeconds(0), "\"0s\"", "0s", "0s"),
                arguments(Types.positiveWholeSeconds(), Duration.ofSeconds(5), "\"5s\"", "5s", "5s"),
                arguments(Types.milliseconds(), Duration.ofMillis(1), "\"1ms\"", "1ms", "1ms"),
                arguments(Types.id(), "s1", "\"s1\"", "s1", "s1"),
                arguments(Types.name(), "eu west", "\"eu west\"", "eu west", "eu west"),
                arguments(Types.label(), "Web \\ shop", "\"Web \\\\ shop\"", "Web \\ shop", "Web \\ shop"),
                arguments(Types.line(), "a=b", "\"a=b\"", "a=b", "a=b"),
                arguments(SHOUT, "HEY", "\"HEY\"", "HEY", "HEY"));
    }

    @ParameterizedTest
    @MethodSource("values")
    <V> void isTheSameOutOfFilesAndForms(Type<V> type, V value, String json, String form, String shown) {
        TypeTrial<V> trial = new TypeTrial<>(type);
        assertThat(trial.read(json)).isEqualTo(value);
        assertThat(trial.written(value)).isEqualTo(json);
        assertThat(trial.checked(value)).isEmpty();
        assertThat(trial.field(value).read().apply(value)).isEqualTo(form);
        assertThat(trial.typed(value, " " + form + " ")).isEqualTo(value);
        assertThat(type.shown(value)).isEqualTo(shown);
        assertThat(type.parts()).isEmpty();
    }

    /** What a file has, and why it is refused. */
    static List<Arguments> refusals() {
        return List.of(
                arguments(WHOLE, "1025", "\"k\" is 1025; a whole number from 1 to 1,024 is allowed"),
                arguments(WHOLE, "2.5", "\"k\" is 2.5; a whole number from 1 to 1,024 is allowed"),
                arguments(ROOM, "11", "\"k\" is 11; a whole number from 1 to 10 is allowed"),
                arguments(
                        ROOM,
                        "\"lots\"",
                        "\"k\" is \"lots\"; a whole number from 1 to 10, or \"unlimited\", is allowed"),
                arguments(Types.number(0, 5), "5.1", "\"k\" is 5.1; a number from 0 to 5 is allowed"),
                arguments(Types.share(), "1.1", "\"k\" is 1.1; a number from 0 to 1 is allowed"),
                arguments(Types.percent(), "101", "\"k\" is 101; a whole number from 0 to 100 is allowed"),
                arguments(Types.bytes(), "0", "\"k\" is 0; a whole number from 1 to 1,000,000,000 is allowed"),
                arguments(
                        Types.storage(),
                        "\"0B\"",
                        "k is \"0B\"; an amount with its unit like \"500GiB\", 1B to 1024TiB, is allowed"),
                arguments(
                        Types.storage(),
                        "7",
                        "k is 7; an amount with its unit like \"500GiB\", 1B to 1024TiB, is allowed"),
                arguments(Types.rate(), "5", "\"k\": found 5; a rate is written like \"1000/s\""),
                arguments(Types.flag(), "1", "\"k\" is 1; true or false is allowed"),
                arguments(
                        Types.duration(),
                        "\"soon\"",
                        "\"k\": found \"soon\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""),
                arguments(Types.id(), "1", "\"k\" is 1; a text in quotes is allowed"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    <V> void whatAFileMayNotHave(Type<V> type, String json, String message) {
        assertThat(new TypeTrial<>(type).refusal(json)).containsExactly(message);
    }

    /** A value that somebody made, and what is wrong with it. */
    static List<Arguments> wrongs() {
        String milliseconds =
                "it: k is 999us; a duration of 1ms or more is allowed, for the clocks of such systems count milliseconds";
        return List.of(
                arguments(WHOLE, 0, "it: k is 0; a whole number from 1 to 1,024 is allowed"),
                arguments(ROOM, 11, "it: k is 11; a whole number from 1 to 10 is allowed"),
                arguments(Types.number(0, 5), 6.0, "it: k is 6; a number from 0 to 5 is allowed"),
                arguments(Types.share(), -0.5, "it: k is -0.5; a number from 0 to 1 is allowed"),
                arguments(
                        Types.storage(),
                        0L,
                        "it: k is 0B; an amount with its unit like \"500GiB\", 1B to 1024TiB, is allowed"),
                arguments(
                        Types.storage(),
                        (1L << 50) + 1,
                        "it: k is 1125899906842625B; an amount with its unit like \"500GiB\", 1B to 1024TiB, is allowed"),
                arguments(Types.rate(), -1.0, "it: k is -1/s; a rate is from 0/s to 10000000/s"),
                arguments(
                        Types.duration(),
                        Duration.ofMillis(-1),
                        "it: k is negative; a duration from 0s to 8760h is allowed"),
                arguments(Types.positiveDuration(), Duration.ZERO, "it: k is 0s; it must be longer"),
                arguments(Types.wholeSeconds(), Duration.ofMillis(1_500), "it: k is 1500ms; whole seconds are allowed"),
                arguments(
                        Types.wholeSeconds(), Duration.ofDays(366), "it: k is too long; the longest duration is 8760h"),
                arguments(Types.positiveWholeSeconds(), Duration.ZERO, "it: k is 0s; it must be longer"),
                arguments(
                        Types.positiveWholeSeconds(),
                        Duration.ofMillis(1_500),
                        "it: k is 1500ms; whole seconds are allowed"),
                arguments(Types.milliseconds(), Duration.ofNanos(999_000), milliseconds),
                arguments(
                        Types.milliseconds(), Duration.ofDays(366), "it: k is too long; the longest duration is 8760h"),
                arguments(
                        Types.name(),
                        " x",
                        "it: k is \" x\"; a name has 1 to 64 characters and no space at either end"),
                arguments(Types.label(), "", "it: label is \"\"; one line of 1 to 100 characters is allowed"),
                arguments(
                        Types.line(),
                        "a\nb",
                        "it: k is \"a\\u000ab\"; one line of at most 1,000 characters is allowed"),
                arguments(SHOUT, "hey", "it: louder"));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    <V> void whatIsWrongWithAValueWhoeverMadeIt(Type<V> type, V value, String message) {
        assertThat(new TypeTrial<>(type).checked(value)).containsExactly(message);
    }

    /** A value as files have it, what is typed over it, and what comes of that. */
    static List<Arguments> typing() {
        return List.of(
                arguments(WHOLE, "1", "1,000", 1_000),
                arguments(WHOLE, "1", "", "no: found \"\"; a whole number from 1 to 1,024 is allowed"),
                arguments(ROOM, "1", "unlimited", Types.UNLIMITED),
                arguments(ROOM, "1", "11", "no: found 11; a whole number from 1 to 10 is allowed"),
                arguments(Types.number(0, 5), "1", "x", "no: found \"x\"; a number from 0 to 5 is allowed"),
                arguments(Types.share(), "1", "50", 0.5),
                arguments(Types.share(), "1", "100 %", 1.0),
                arguments(Types.share(), "1", "half", "no: found \"half\"; a percentage is written like \"50 %\""),
                arguments(Types.share(), "1", "101 %", "no: found 101 %; 0 % to 100 % is allowed"),
                arguments(Types.percent(), "1", "50", 50),
                arguments(Types.percent(), "1", "1.5 %", "no: found 1.5; a whole number from 0 to 100 is allowed"),
                arguments(Types.bytes(), "1", "1,000", 1_000),
                arguments(Types.bytes(), "1", "2KiB", 2_048),
                arguments(
                        Types.bytes(),
                        "1",
                        "2 kB",
                        "no: found \"2 kB\"; an amount of memory is written like \"64 KiB\""),
                arguments(Types.bytes(), "1", "954 MiB", "no: found 954 MiB; 1 B to 953 MiB is allowed"),
                arguments(Types.storage(), "\"1B\"", "2 KiB", 2_048L),
                arguments(Types.storage(), "\"1B\"", "1B", 1L),
                arguments(
                        Types.storage(),
                        "\"1B\"",
                        "1025TiB",
                        "no: found \"1025TiB\"; an amount with its unit like \"500GiB\", 1B to 1024TiB, is allowed"),
                arguments(Types.rate(), "\"1/s\"", "5", "no: found \"5\"; a rate is written like \"1000/s\""),
                arguments(Types.flag(), "true", "maybe", "no: found \"maybe\"; on or off is allowed"),
                arguments(Types.duration(), "\"1s\"", "2 s", Duration.ofSeconds(2)),
                arguments(Types.name(), "\"x\"", " eu ", "eu"));
    }

    @ParameterizedTest
    @MethodSource("typing")
    <V> void whatIsTyped(Type<V> type, String now, String text, Object outcome) {
        TypeTrial<V> trial = new TypeTrial<>(type);
        assertThat(trial.typed(trial.read(now), text)).isEqualTo(outcome);
    }

    static List<Arguments> allowed() {
        return List.of(
                arguments(WHOLE, "1", "a whole number from 1 to 1,024", new Editor.Text("")),
                arguments(ROOM, "1", "a whole number from 1 to 10, or \"unlimited\"", new Editor.Text("unlimited")),
                arguments(Types.number(0, 5), "1", "a number from 0 to 5", new Editor.Text("")),
                arguments(Types.share(), "1", "a share from 0 to 1", new Editor.Text("50 %")),
                arguments(Types.percent(), "1", "a whole percentage from 0 to 100", new Editor.Text("50 %")),
                arguments(
                        Types.bytes(), "1", "bytes, a whole number from 1 to 1,000,000,000", new Editor.Text("64 KiB")),
                arguments(
                        Types.storage(),
                        "\"1B\"",
                        "an amount with its unit like \"500GiB\", 1B to 1024TiB",
                        new Editor.Text("500GiB")),
                arguments(Types.rate(), "\"1/s\"", "a rate like 1000/s", new Editor.Text("1000/s")),
                arguments(Types.flag(), "true", "true or false", new Editor.Flag()),
                arguments(Types.duration(), "\"1s\"", "a duration", new Editor.Text("5ms")),
                arguments(Types.positiveDuration(), "\"1s\"", "a duration above 0s", new Editor.Text("5ms")),
                arguments(Types.wholeSeconds(), "\"1s\"", "a duration in whole seconds", new Editor.Text("5ms")),
                arguments(
                        Types.positiveWholeSeconds(),
                        "\"1s\"",
                        "a duration in whole seconds, 1s or more",
                        new Editor.Text("5ms")),
                arguments(Types.milliseconds(), "\"1s\"", "a duration of 1ms or more", new Editor.Text("5ms")),
                arguments(Types.id(), "\"x\"", "an id", new Editor.Text("")),
                arguments(SHOUT, "\"X\"", "capitals", new Editor.Text("")));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    <V> void saysWhatIsAllowedAndHowItIsEdited(Type<V> type, String now, String words, Editor editor) {
        TypeTrial<V> trial = new TypeTrial<>(type);
        FormField<V> field = trial.field(trial.read(now));
        assertThat(type.allowed()).isEqualTo(words);
        assertThat(field.editor()).isEqualTo(editor);
        assertThat(List.of(field.key(), field.label(), field.help())).containsExactly("k", "Label", "Help.");
    }

    static List<Arguments> schemas() {
        String text = "{ \"type\": \"string\", ";
        return List.of(
                arguments(WHOLE, "{ \"type\": \"integer\", \"minimum\": 1, \"maximum\": 1024 }"),
                arguments(
                        ROOM,
                        "{ \"anyOf\": [{ \"type\": \"integer\", \"minimum\": 1, \"maximum\": 10 }, { \"const\": \"unlimited\" }] }"),
                arguments(Types.number(0, 0.5), "{ \"type\": \"number\", \"minimum\": 0, \"maximum\": 0.5 }"),
                arguments(Types.percent(), "{ \"type\": \"integer\", \"minimum\": 0, \"maximum\": 100 }"),
                arguments(Types.flag(), "{ \"type\": \"boolean\" }"),
                arguments(
                        Types.storage(),
                        text + "\"pattern\": \"^\\\\s*\\\\d{1,15}\\\\s*(B|KiB|MiB|GiB|TiB)\\\\s*$\" }"),
                arguments(Types.line(), text + "\"maxLength\": 1000 }"),
                arguments(SHOUT, text + "\"maxLength\": 1000, \"pattern\": \"^[A-Z]*$\" }"),
                arguments(
                        Types.name(),
                        "{ \"$ref\": \"#/$defs/name\" } { \"name\": { \"type\": \"string\", \"minLength\": 1, \"maxLength\": 64, \"pattern\": \"^\\\\S(.*\\\\S)?$\" } }"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    <V> void theSchemaSaysTheSameLimits(Type<V> type, String schema) {
        assertThat(new TypeTrial<>(type).schema()).isEqualTo(schema);
    }

    @Test
    void sharedSchemasAreNamed() {
        assertThat(new TypeTrial<>(Types.duration()).schema())
                .startsWith("{ \"$ref\": \"#/$defs/duration\" }")
                .contains("\"duration\": { \"description\"");
        assertThat(new TypeTrial<>(Types.rate()).schema())
                .startsWith("{ \"$ref\": \"#/$defs/rate\" }")
                .contains("\"rate\": { \"description\"");
        assertThat(new TypeTrial<>(Types.id()).schema())
                .startsWith("{ \"$ref\": \"#/$defs/id\" }")
                .contains("1 to 64 letters");
        assertThat(new TypeTrial<>(Types.label()).schema())
                .startsWith("{ \"$ref\": \"#/$defs/label\" }")
                .contains("\"maxLength\": 100,");
    }
}
