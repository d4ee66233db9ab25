package roundhouse.storage.models;

import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;

/** A list, or where it begins as a text a text, to which is appended; a read answers the whole of it. */
final class AppendModel extends SequenceModel {
    /** For texts, which are what a register holds. */
    private final RegisterModel text;

    private final boolean isText;

    AppendModel(OperationHistory history) {
        super(history);
        text = new RegisterModel(history);
        isText = history.value(history.initial()) instanceof Value.Text;
    }

    @Override
    public int initial() {
        return isText ? text.initial() : super.initial();
    }

    @Override
    public int step(int state, int operation) {
        if (isText) {
            return text.step(state, operation);
        }
        if (history.kind(operation) == OperationKind.APPEND) {
            return with(state, history.argument(operation));
        }
        boolean right = !history.isKnown(operation) || state(history.value(history.result(operation))) == state;
        return right ? state : WRONG;
    }

    @Override
    public String shown(int state, int key) {
        return isText ? text.shown(state, key) : super.shown(state, key);
    }
}
