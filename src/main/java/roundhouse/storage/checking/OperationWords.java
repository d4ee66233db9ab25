package roundhouse.storage.checking;

import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.ValueTable;

/** Operations in words. */
public final class OperationWords {
    private OperationWords() {}

    private static final int LONGEST = 40;
    private static final int BEGINNING = 12;

    /** What was asked and answered, as {@code read → 0} or {@code write 1}. */
    public static String told(OperationHistory history, int operation) {
        return told(history, operation, "");
    }

    /** @param of stands behind the kind, as the name of a key with a space before it */
    public static String told(OperationHistory history, int operation, String of) {
        String argument = history.argument(operation) == ValueTable.NOTHING
                ? ""
                : " " + shortened(history.value(history.argument(operation)).toString());
        String result = shortened(history.value(history.result(operation)).toString());
        boolean known = history.isKnown(operation);
        return switch (history.kind(operation)) {
            case READ, DEQUEUE -> history.kind(operation).key() + of + (known ? " → " + result : " → ?");
            case CAS ->
                "cas" + of + " " + history.value(history.expected(operation)) + " to"
                        + (argument.isEmpty() ? " nothing" : argument) + " → " + (known ? matched(result) : "?");
            case WRITE -> "write" + of + (argument.isEmpty() ? " nothing" : argument);
            default -> history.kind(operation).key() + of + argument;
        };
    }

    /** A long value by its beginning and its end. */
    public static String shortened(Value value) {
        return shortened(value.toString());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, BEGINNING) + "…" + text.substring(text.length() - LONGEST + BEGINNING + 1);
    }

    private static String matched(String result) {
        return switch (result) {
            case "true" -> "done";
            case "false" -> "did not match";
            default -> "answered";
        };
    }

    /** Its number in the list, and what it was: {@code (2) read x → 0 by B}. */
    static String named(OperationHistory history, int operation) {
        String of = " " + history.keyName(operation);
        return "(" + (operation + 1) + ") " + told(history, operation, of) + " by " + history.clientName(operation);
    }

    /** What is under a key in a state. */
    static String holds(OperationHistory history, int operation, String shown) {
        boolean empty = shown.equals(Value.NOTHING.toString()) || shown.equals("[]");
        return history.keyName(operation) + (empty ? " is empty" : " is " + shortened(shown));
    }
}
