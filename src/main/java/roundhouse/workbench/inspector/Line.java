package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.files.KeyFiles;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.workbench.document.Document;

/**
 * One field of what is selected, being shown and edited. What is typed is checked at once; a value that is wrong, or that would
 * make the document wrong, is told and never applied. A view model: needs no screen.
 */
final class Line {
    private final Document document;
    /** What is edited, one of each kind; fields that are alike. */
    private final List<Bound<?>> bounds;

    private final String caption;
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper(this, "value", "");
    private final ReadOnlyBooleanWrapper mixed = new ReadOnlyBooleanWrapper(this, "mixed", false);
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");

    /** A field and all it is a field of. */
    private record Bound<T>(FormField<T> field, List<EditTarget<T>> targets) {
        List<String> values(Topology topology) {
            return targets.stream()
                    .map(target -> target.find().apply(topology))
                    .flatMap(Optional::stream)
                    .map(field.read())
                    .distinct()
                    .toList();
        }

        Parsed<Topology> write(Topology topology, String text) {
            Topology next = topology;
            for (EditTarget<T> target : targets) {
                Optional<T> thing = target.find().apply(next);
                if (thing.isPresent()) {
                    switch (field.write().apply(thing.get(), text)) {
                        case Parsed.Value<T> changed -> next = target.put().apply(next, changed.value());
                        case Parsed.Wrong<T> wrong -> {
                            return new Parsed.Wrong<>(wrong.reason());
                        }
                    }
                }
            }
            return new Parsed.Value<>(next);
        }
    }

    private Line(Document document, List<Bound<?>> bounds, String caption) {
        this.document = document;
        this.caption = caption;
        this.bounds = bounds;
        refresh();
    }

    /**
     * @param caption what stands beside it; empty for nothing
     */
    static <T> Line of(Document document, FormField<T> field, List<EditTarget<T>> targets, String caption) {
        return new Line(document, List.of(new Bound<>(field, targets)), caption);
    }

    /** One line for those of several kinds that are alike: shows what they share and edits all. */
    static Line joined(List<Line> alike) {
        Line first = alike.getFirst();
        return new Line(
                first.document,
                alike.stream().flatMap(line -> line.bounds.stream()).toList(),
                first.caption);
    }

    /** Whether it is the same setting, edited in the same way, as another kind's. */
    boolean isAlike(Line other) {
        boolean edited = editor() instanceof Editor.Choice
                ? editor().equals(other.editor())
                : editor().getClass().equals(other.editor().getClass());
        return edited && key().equals(other.key()) && label().equals(other.label());
    }

    private FormField<?> field() {
        return bounds.getFirst().field();
    }

    private Parsed<Topology> write(Topology topology, String text) {
        Parsed<Topology> next = new Parsed.Value<>(topology);
        for (Bound<?> bound : bounds) {
            if (next instanceof Parsed.Value<Topology> so) {
                next = bound.write(so.value(), text);
            }
        }
        return next instanceof Parsed.Value<Topology>(Topology written)
                ? new Parsed.Value<>(KeyFiles.read(written, document.directory()))
                : next;
    }

    String key() {
        return field().key();
    }

    /** What it is called. */
    String label() {
        return field().label();
    }

    /** What stands beside it: its label, or what suits the place; empty where a heading says it. */
    String caption() {
        return caption;
    }

    String help() {
        return field().help();
    }

    Editor editor() {
        return field().editor();
    }

    /** What the document says; empty when it says several things. */
    ReadOnlyStringProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Whether the things selected differ in this. */
    ReadOnlyBooleanProperty mixedProperty() {
        return mixed.getReadOnlyProperty();
    }

    /** Why what was typed cannot be applied; empty when it can. */
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Reads the document again, and forgets what was typed. */
    void refresh() {
        List<String> values = bounds.stream()
                .flatMap(bound -> bound.values(document.topology()).stream())
                .distinct()
                .toList();
        mixed.set(values.size() > 1);
        value.set(values.size() == 1 ? values.getFirst() : "");
        error.set("");
    }

    /** Checks what is being typed. */
    void type(String typed) {
        String text = read(typed);
        error.set(isUnchanged(text) ? "" : problem(text));
    }

    /** Applies what was typed as one undoable edit, if nothing is wrong with it; whether it was. */
    boolean commit(String typed) {
        String text = read(typed);
        if (isUnchanged(text)) {
            refresh();
            return true;
        }
        String problem = problem(text);
        error.set(problem.isEmpty() ? "" : andWhatHolds(problem));
        if (!problem.isEmpty() || !(write(document.topology(), text) instanceof Parsed.Value<Topology> next)) {
            return false;
        }
        document.edit(editLabel(text), next.value());
        refresh();
        return true;
    }

    /** What was typed into a line of text, in the form that files have. */
    private String read(String typed) {
        return editor() instanceof Editor.Text
                ? TypedText.read(typed, text -> write(document.topology(), text) instanceof Parsed.Value)
                : typed;
    }

    /** The problem, and what the document goes on saying although something else stands in the field. */
    private String andWhatHolds(String problem) {
        return !(editor() instanceof Editor.Text)
                ? problem
                : mixed.get()
                        ? text("inspector.values-stay", problem)
                        : value.get().isBlank()
                                ? text("inspector.stays-empty", problem)
                                : text("inspector.is-still", problem, value.get());
    }

    private boolean isUnchanged(String text) {
        return mixed.get() ? text.isEmpty() : text.equals(value.get());
    }

    private String problem(String text) {
        Topology before = document.topology();
        return switch (write(before, text)) {
            case Parsed.Wrong<Topology> wrong -> sentence(wrong.reason());
            case Parsed.Value<Topology> next -> {
                Set<String> known = new HashSet<>();
                Validation.problems(before).forEach(problem -> known.add(problem.message()));
                yield Validation.problems(next.value()).stream()
                        .map(Problem::message)
                        .filter(message -> !known.contains(message))
                        .findFirst()
                        .or(() -> OpenEnds.problem(before, next.value()))
                        .map(Line::sentence)
                        .orElse("");
            }
        };
    }

    private String editLabel(String typed) {
        UnaryOperator<String> own = bounds.getFirst().targets().getFirst().label();
        if (own != null) {
            return own.apply(typed);
        }
        List<String> titles = bounds.stream()
                .flatMap(bound -> bound.targets().stream())
                .map(EditTarget::title)
                .toList();
        String name = decapitalised(label());
        String what = titles.size() > 1
                ? text("inspector.edit-of-several", name, titles.size())
                : titles.getFirst().isEmpty() ? name : text("inspector.edit-of-one", titles.getFirst(), name);
        return switch (editor()) {
            case Editor.Lines _, Editor.Shown _ -> text("inspector.edit-change", what);
            case Editor.Flag _ -> text("inspector.edit-turn", what, typed);
            case Editor.Choice(List<Editor.Option> options) ->
                text(
                        "inspector.edit-set",
                        what,
                        options.stream()
                                .filter(option -> option.key().equals(typed))
                                .map(option -> decapitalised(option.title()))
                                .findFirst()
                                .orElse(typed));
            case Editor.Text(String prompt) ->
                text("inspector.edit-set", what, typed.isBlank() ? prompt : typed.strip());
        };
    }

    /** "Service time" within a sentence is "service time", but "TLS" stays. */
    private static String decapitalised(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String sentence(String reason) {
        String capital =
                reason.isEmpty() ? reason : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        return capital.endsWith(".") || capital.endsWith("?") ? capital : text("inspector.sentence", capital);
    }
}
