package roundhouse.topology.types;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Range;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/** A whole number within a range, or a word that stands for one outside it: "unlimited". */
final class WholeType extends PlainType<Integer> {
    private final Range range;
    private final @Nullable String word;
    private final int worth;

    WholeType(Range range) {
        this(range, null, 0);
    }

    /**
     * @param worth the number that the word stands for
     */
    WholeType(Range range, @Nullable String word, int worth) {
        this.range = range;
        this.word = word;
        this.worth = worth;
    }

    @Override
    public @Nullable Integer read(Fields fields, String key) {
        if (word == null) {
            return fields.whole(key, (int) range.min(), range);
        }
        return fields.wholeOr(word, worth, key, (int) range.min(), range);
    }

    private boolean isWord(int value) {
        return word != null && value == worth;
    }

    @Override
    protected Json json(Integer value) {
        return word != null && value == worth ? JsonBuilder.text(word) : JsonBuilder.number(value);
    }

    @Override
    public void check(String key, Integer value, Checks checks) {
        if (!isWord(value)) {
            checks.number(key, value, range);
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        if (word == null) {
            return range.schema().build();
        }
        return new JsonBuilder()
                .put(
                        "anyOf",
                        JsonBuilder.array(List.of(
                                range.schema().build(),
                                new JsonBuilder().put("const", word).build())))
                .build();
    }

    @Override
    public String allowed() {
        return range.allowed() + (word == null ? "" : ", or \"" + word + "\"");
    }

    @Override
    protected String format(Integer value) {
        return isWord(value) ? "" : Integer.toString(value);
    }

    @Override
    protected Parsed<Integer> parse(String text) {
        return word != null && (text.isEmpty() || text.equals(word))
                ? new Parsed.Value<>(worth)
                : Parsed.map(range.parse(text), Double::intValue);
    }

    @Override
    protected Editor editor() {
        return new Editor.Text(word == null ? "" : word);
    }
}
