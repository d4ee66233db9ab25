package roundhouse.topology.forms;

import java.util.List;

/**
 * Fields of a form that belong together.
 *
 * @param title empty for what people come for most
 */
public record FormSection<T>(String title, List<FormField<T>> fields) {}
