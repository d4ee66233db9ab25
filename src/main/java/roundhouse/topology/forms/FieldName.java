package roundhouse.topology.forms;

/**
 * How a field of a form is called.
 *
 * @param key its name among the fields of a kind, with a dot before each part: {@code checks.fall}
 * @param label its name for people
 * @param help what it means, in a sentence; may be empty
 */
public record FieldName(String key, String label, String help) {}
