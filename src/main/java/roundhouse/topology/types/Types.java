package roundhouse.topology.types;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Range;
import roundhouse.topology.settings.Type;

/** The types that settings of many kinds have. */
public final class Types {
    /** Stands for no limit, wherever there is a word for that. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String ID_PATTERN = "^[A-Za-z0-9._-]{1,64}$";

    private Types() {}

    /** A whole number, both ends allowed. */
    public static Type<Integer> whole(int min, int max) {
        return new WholeType(Range.whole(min, max));
    }

    /** A whole number, or a word for no limit, which is {@link #UNLIMITED}. */
    public static Type<Integer> wholeOr(String word, int min, int max) {
        return wholeOr(word, UNLIMITED, min, max);
    }

    /** A whole number, or a word that is worth a number out of the range. */
    public static Type<Integer> wholeOr(String word, int worth, int min, int max) {
        return new WholeType(Range.whole(min, max), word, worth);
    }

    /** A number, both ends allowed. */
    public static Type<Double> number(double min, double max) {
        return new NumberType(Range.real(min, max));
    }

    /** A part of a whole, 0 to 1. */
    public static Type<Double> share() {
        return new ShareType();
    }

    /** A whole percentage, 0 to 100. */
    public static Type<Integer> percent() {
        return new PercentType();
    }

    /** An amount of memory in bytes. */
    public static Type<Integer> bytes() {
        return new BytesType();
    }

    /** What a disk holds, in bytes. */
    public static Type<Long> storage() {
        return new StorageType();
    }

    public static Type<Double> rate() {
        return new RateType();
    }

    public static Type<Boolean> flag() {
        return new FlagType();
    }

    public static Type<Duration> duration() {
        return new DurationType(DurationType.Rule.ANY);
    }

    public static Type<Duration> positiveDuration() {
        return new DurationType(DurationType.Rule.POSITIVE);
    }

    public static Type<Duration> wholeSeconds() {
        return new DurationType(DurationType.Rule.WHOLE_SECONDS);
    }

    public static Type<Duration> positiveWholeSeconds() {
        return new DurationType(DurationType.Rule.POSITIVE_WHOLE_SECONDS);
    }

    /** A millisecond or more. */
    public static Type<Duration> milliseconds() {
        return new DurationType(DurationType.Rule.MILLISECOND);
    }

    /** A value that may be missing. {@code none} is the word for that in forms. */
    public static <V> Type<@Nullable V> optional(Type<V> type, String none) {
        return new OptionalType<>(type, none);
    }

    /** The id of a node: whether there is such a node is a question for the document as a whole. */
    public static Type<String> id() {
        return new TextType(
                "an id",
                (_, _, _) -> {},
                definitions -> definitions.reference(
                        "id",
                        () -> new JsonBuilder()
                                .put("description", "1 to 64 letters, digits, '.', '_' and '-'.")
                                .put("type", "string")
                                .put("pattern", ID_PATTERN)
                                .build()));
    }

    /** A name that people choose freely: a region, a zone, a pool. */
    public static Type<String> name() {
        return new TextType(
                "a name",
                (key, text, checks) -> checks.name(key, text),
                definitions -> definitions.reference(
                        "name",
                        () -> text(1, 64).put("pattern", "^\\S(.*\\S)?$").build()));
    }

    /** What people call something: one line. */
    public static Type<String> label() {
        return new TextType(
                "one line of 1 to 100 characters",
                (_, text, checks) -> checks.label(text),
                definitions -> definitions.reference(
                        "label",
                        () -> text(1, 100).put("pattern", "^[^\\x00-\\x1f]*$").build()));
    }

    /** One line of text that a request carries. */
    public static Type<String> line() {
        return new TextType(
                "one line of at most 1,000 characters",
                (key, text, checks) -> checks.line(key, text),
                _ -> text(0, 1_000).build());
    }

    /** A text that follows a rule; {@code pattern} is as much of it as a schema can say. */
    public static Type<String> text(String allowed, String pattern, TextType.Rule rule) {
        return new TextType(
                allowed, rule, _ -> text(0, 1_000).put("pattern", pattern).build());
    }

    private static JsonBuilder text(int least, int most) {
        JsonBuilder schema = new JsonBuilder().put("type", "string");
        if (least > 0) {
            schema.put("minLength", least);
        }
        return schema.put("maxLength", most);
    }
}
