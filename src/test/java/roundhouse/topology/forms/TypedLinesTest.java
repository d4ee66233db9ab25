package roundhouse.topology.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.Units.Parsed;

/** What people type in one line or several, and what a form makes of it. */
class TypedLinesTest {
    private static FormField<String> field(String key) {
        return new FormField<>(
                key,
                "Label",
                "Help.",
                new Editor.Text("x"),
                text -> text + "!",
                (text, typed) -> typed.isEmpty() ? new Parsed.Wrong<>("nothing") : new Parsed.Value<>(text + typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "eu west", "say \"hi\"", "back\\slash", "", "a=b", "tab\there"})
    void aWordIsReadAsItWasWritten(String word) {
        assertThat(TypedWords.read(TypedWords.write(word))).containsExactly(word);
        assertThat(TypedWords.read("first " + TypedWords.write(word) + "  last"))
                .containsExactly("first", word, "last");
    }

    @Test
    void onlyAWordThatNeedsQuotesHasThem() {
        assertThat(TypedWords.write("plain")).isEqualTo("plain");
        assertThat(TypedWords.write("eu west")).isEqualTo("\"eu west\"");
        assertThat(TypedWords.write("a\"b\\")).isEqualTo("\"a\\\"b\\\\\"");
        assertThat(TypedWords.read("path=\"/a b\" n=1")).containsExactly("path=/a b", "n=1");
    }

    private static String object(String line) {
        return JsonPrinter.printLine(Objects.requireNonNull(DottedWords.read("to", "s1", line)));
    }

    @Test
    void anObjectIsTypedOnOneLine() {
        assertThat(object("count=3 on=true off=false share=-0.5 path=/a"))
                .isEqualTo(
                        "{ \"to\": \"s1\", \"count\": 3, \"on\": true, \"off\": false, \"share\": -0.5, \"path\": \"/a\" }");
        assertThat(object("retries.on=[timed-out,failed] retries.budget.share=0.1 hedge=as-usual"))
                .isEqualTo(
                        "{ \"to\": \"s1\", \"retries\": { \"on\": [\"timed-out\", \"failed\"], \"budget\": { \"share\": 0.1 } }, \"hedge\": {} }");
        assertThat(object("list=[] half=[1 end=2]"))
                .isEqualTo("{ \"to\": \"s1\", \"list\": [], \"half\": \"[1\", \"end\": \"2]\" }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "=3", "count=1 count=2", "a=1 a.b=2", "to=s2"})
    void aLineThatIsNoObjectIsNone(String line) {
        assertThat(DottedWords.read("to", "s1", line)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count=3 path=\"/a b\" on=true",
                "retries.on=[timed-out,failed] retries.most=2 hedge=as-usual",
                "list=[]",
                ""
            })
    void anObjectIsWrittenAsItIsTyped(String line) {
        Json.Obj read = Objects.requireNonNull(DottedWords.read("to", "s1", line));
        assertThat(DottedWords.write(read, "to")).isEqualTo(line);
    }

    @Test
    void whatHasNoWordIsNull() {
        Json.Obj object = new Json.Obj(0, java.util.Map.of("a", new Json.Null(0)));
        assertThat(DottedWords.write(object, "to")).isEqualTo("a=null");
    }

    @Test
    void aListIsALineForEachItemAndTheFirstMistakeIsTold() {
        assertThat(Lines.write(List.of(1, 2), i -> "no " + i)).isEqualTo("no 1\nno 2");
        assertThat(Lines.read(" a \n\n b", Parsed.Value::new)).isEqualTo(new Parsed.Value<>(List.of("a", "b")));
        assertThat(Lines.read(
                        "a\n\nb\nc",
                        line -> line.equals("a") ? new Parsed.Value<>(line) : new Parsed.Wrong<String>("no " + line)))
                .isEqualTo(new Parsed.Wrong<>("line 3: no b"));
    }

    @Test
    void aFieldOfAPartIsOneOfTheWhole() {
        FormField<List<String>> whole = field("k").in(List::getLast, (list, last) -> List.of(list.getFirst(), last));
        assertThat(whole.read().apply(List.of("a", "b"))).isEqualTo("b!");
        assertThat(whole.write().apply(List.of("a", "b"), "c")).isEqualTo(new Parsed.Value<>(List.of("a", "bc")));
        assertThat(whole.write().apply(List.of("a", "b"), "")).isEqualTo(new Parsed.Wrong<>("nothing"));
        assertThat(List.of(whole.key(), whole.label(), whole.help())).containsExactly("k", "Label", "Help.");
    }

    @Test
    void aFieldMayHaveAnotherKeyOrEditor() {
        FormField<String> named = field("k").named("other");
        assertThat(named.key()).isEqualTo("other");
        assertThat(named.editor()).isEqualTo(new Editor.Text("x"));
        FormField<String> flag = field("k").edited(new Editor.Flag());
        assertThat(flag.editor()).isEqualTo(new Editor.Flag());
        assertThat(flag.write().apply("a", "b")).isEqualTo(new Parsed.Value<>("ab"));
    }
}
