package roundhouse.storage.models;

/**
 * A stored thing that does the operations of one history one at a time. Its states are numbers: equal states have equal ones.
 */
public interface Model {
    /** What {@link #step} says of an answer that is not right. */
    int WRONG = -1;

    /** The state before the first operation. */
    int initial();

    /**
     * The state after an operation; {@link #WRONG} if its answer is not the right one in this state, or it could not be done in it. An
     * operation whose outcome is unknown has no answer, and one that cannot be done leaves the state as it is then.
     */
    int step(int state, int operation);

    /**
     * Whether anything that must be in an order could be answered because of a state. An operation that may be left out is, when it
     * leads to one that is of no use.
     *
     * @param operation the one that leads to the state
     */
    default boolean isOfUse(int state, int operation) {
        return true;
    }

    /** In words what a state has under a key; one of a single key has it under any. */
    String shown(int state, int key);
}
