package roundhouse.topology.nodes;

/** A layer-7 rule: requests that match go to the links of that pool. The first match wins; no match goes to {@link Link#DEFAULT_POOL}. */
public sealed interface Rule {
    String pool();

    /** The path equals the pattern, or begins with what stands before a closing {@code *}. */
    record Path(String pattern, String pool) implements Rule {}

    /** The header has that value; the name's case does not matter. */
    record Header(String name, String value, String pool) implements Rule {}

    record Cookie(String name, String value, String pool) implements Rule {}
}
