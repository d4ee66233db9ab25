package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.FormSection;
import roundhouse.workbench.document.Document;

/** The lines of a form, under their headings, for one thing or for several at once. */
final class Groups {
    /** The key of what is for one thing alone. */
    private static final String NAME = "label";

    private Groups() {}

    /** The lines that things of several kinds have alike, one line for all of them, under the headings of the first kind. */
    static List<Group> shared(List<List<Group>> kinds) {
        List<List<Line>> others = kinds.stream()
                .skip(1)
                .map(groups ->
                        groups.stream().flatMap(group -> group.lines().stream()).toList())
                .toList();
        return kinds.getFirst().stream()
                .map(group -> new Group(
                        group.title(),
                        group.main(),
                        group.lines().stream()
                                .flatMap(line -> shared(line, others).stream())
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static Optional<Line> shared(Line line, List<List<Line>> others) {
        List<Line> alike = new ArrayList<>(List.of(line));
        others.forEach(lines -> lines.stream().filter(line::isAlike).findFirst().ifPresent(alike::add));
        boolean everywhere = alike.size() == others.size() + 1;
        return everywhere && !line.key().equals(NAME) && !(line.editor() instanceof Editor.Shown)
                ? Optional.of(Line.joined(alike))
                : Optional.empty();
    }

    /** The fields that all the things have, under the headings of the first; a name is for one alone. */
    static <T> List<Group> of(
            Document document,
            List<T> things,
            Function<T, EditTarget<T>> target,
            Function<T, List<FormSection<T>>> sections) {
        List<EditTarget<T>> targets = things.stream().map(target).toList();
        List<Set<String>> keys = things.stream()
                .map(thing -> Set.copyOf(sections.apply(thing).stream()
                        .flatMap(section -> section.fields().stream())
                        .map(FormField::key)
                        .toList()))
                .toList();
        return sections.apply(things.getFirst()).stream()
                .map(section -> new Group(
                        section.title(),
                        isMain(section),
                        section.fields().stream()
                                .filter(field -> keys.stream().allMatch(its -> its.contains(field.key())))
                                .filter(field ->
                                        things.size() == 1 || !field.key().equals(NAME))
                                .map(field -> Line.of(document, field, targets, caption(section, field)))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    /** What people come for most: the first section, and expectations. */
    private static boolean isMain(FormSection<?> section) {
        return section.title().isEmpty()
                || section.fields().stream().anyMatch(field -> field.key().equals(TopologySettings.EXPECT.key()));
    }

    /** What the heading says is not said again; but a box to tick needs its name beside it. */
    private static String caption(FormSection<?> section, FormField<?> field) {
        return field.label().equals(section.title()) && !(field.editor() instanceof Editor.Flag) ? "" : field.label();
    }
}
