package roundhouse.workbench.inspector;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.FormSection;
import roundhouse.workbench.document.Document;

/** The lines of a form, under their headings, for one thing or for several at once. */
final class Groups {
    /** What people come for most beside the first section. */
    private static final String EXPECTATIONS = "Expectations";

    private Groups() {}

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
                        section.title().isEmpty() || section.title().equals(EXPECTATIONS),
                        section.fields().stream()
                                .filter(field -> keys.stream().allMatch(its -> its.contains(field.key())))
                                .filter(field ->
                                        things.size() == 1 || !field.key().equals("label"))
                                .map(field -> Line.of(
                                        document,
                                        field,
                                        targets,
                                        field.label().equals(section.title()) ? "" : field.label()))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }
}
