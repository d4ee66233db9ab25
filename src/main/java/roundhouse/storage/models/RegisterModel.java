package roundhouse.storage.models;

import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.ValueTable;

/** A register that is read, written, compared and set, and appended to. Its state is the number of its value. */
final class RegisterModel implements Model {
    private final OperationHistory history;
    private final int matched;
    private final int notMatched;
    private final RegisterUses uses;

    RegisterModel(OperationHistory history) {
        this.history = history;
        matched = history.values().number(new Value.Truth(true));
        uses = new RegisterUses(history);
        notMatched = history.values().number(new Value.Truth(false));
    }

    @Override
    public int initial() {
        return history.initial();
    }

    @Override
    public int step(int state, int operation) {
        return switch (history.kind(operation)) {
            case READ -> !history.isKnown(operation) || history.result(operation) == state ? state : WRONG;
            case WRITE -> history.argument(operation);
            case APPEND -> appended(state, history.argument(operation));
            case CAS -> compared(state, operation);
            default -> WRONG;
        };
    }

    private int compared(int state, int operation) {
        boolean matches = history.expected(operation) == state;
        int answer = history.isKnown(operation) ? history.result(operation) : ValueTable.NOTHING;
        boolean right = answer == ValueTable.NOTHING || answer == (matches ? matched : notMatched);
        if (!right) {
            return WRONG;
        }
        return matches ? history.argument(operation) : state;
    }

    private int appended(int state, int argument) {
        return history.values().number(new Value.Text(text(history.value(state)) + text(history.value(argument))));
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Nothing _ -> "";
            default -> value.toString();
        };
    }

    @Override
    public boolean isOfUse(int state, int operation) {
        return uses.isOfUse(state);
    }

    @Override
    public String shown(int state, int key) {
        return history.value(state).toString();
    }
}
