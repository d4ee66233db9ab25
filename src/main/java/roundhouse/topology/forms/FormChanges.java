package roundhouse.topology.forms;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an edit changed, a field each, in the words of forms: {@code policy LRU → FIFO}. */
public final class FormChanges {
    private FormChanges() {}

    /**
     * Fields that only one of the forms has are left out: they came or went with the value of another, which is told.
     *
     * @param was the form as it was before
     * @param is the form as it is after
     */
    public static <T> List<String> between(T before, List<FormField<T>> was, T after, List<FormField<T>> is) {
        return is.stream()
                .filter(field -> !(field.editor() instanceof Editor.Shown))
                .map(field -> {
                    String change = change(named(field.key(), was), before, field, after);
                    return change.isEmpty() ? "" : parent(field, is) + change;
                })
                .filter(change -> !change.isEmpty())
                .toList();
    }

    private static <T> @Nullable FormField<T> named(String key, List<FormField<T>> fields) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** What the field is a part of, such as the latency of a mean; empty where it stands for itself. */
    private static <T> String parent(FormField<T> part, List<FormField<T>> fields) {
        FormField<T> whole =
                named(part.key().substring(0, Math.max(0, part.key().lastIndexOf('.'))), fields);
        return whole == null ? "" : inSentence(whole.label()) + " ";
    }

    private static <T> String change(@Nullable FormField<T> was, T before, FormField<T> is, T after) {
        if (was == null) {
            return "";
        }
        String from = was.read().apply(before);
        String to = is.read().apply(after);
        if (Objects.equals(from, to)) {
            return "";
        }
        return inSentence(is.label())
                + (is.editor() instanceof Editor.Lines ? "" : " " + shown(was, from) + " → " + shown(is, to));
    }

    /** What the form shows of a value. */
    private static String shown(FormField<?> field, String value) {
        return switch (field.editor()) {
            case Editor.Choice(List<Editor.Option> options) ->
                options.stream()
                        .filter(option -> option.key().equals(value))
                        .map(Editor.Option::title)
                        .findFirst()
                        .orElse(value);
            case Editor.Text(String prompt) -> value.isEmpty() ? prompt : value;
            case Editor.Lines _, Editor.Flag _, Editor.Shown _ -> value;
        };
    }

    /** As it is written within a sentence: {@code policy}, but {@code TLS}. */
    private static String inSentence(String label) {
        return label.length() > 1 && Character.isLowerCase(label.charAt(1))
                ? Character.toLowerCase(label.charAt(0)) + label.substring(1)
                : label;
    }
}
