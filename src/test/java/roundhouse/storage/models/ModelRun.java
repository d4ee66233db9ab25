package roundhouse.storage.models;

import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.WrittenHistory;

/** A model that does the operations of a history one after the other. */
final class ModelRun {
    private ModelRun() {}

    /** What it has under its key in the end. */
    static String end(WrittenHistory written) {
        OperationHistory history = written.end();
        Model model = Models.of(history);
        return model.shown(end(model, history), 0);
    }

    /** How many operations it could do before one had a wrong answer. */
    static int right(WrittenHistory written) {
        OperationHistory history = written.end();
        return right(Models.of(history), history);
    }

    static int right(Model model, OperationHistory history) {
        int state = model.initial();
        for (int i = 0; i < history.size(); i++) {
            state = model.step(state, i);
            if (state == Model.WRONG) {
                return i;
            }
        }
        return history.size();
    }

    static int end(Model model, OperationHistory history) {
        return IntStream.range(0, history.size()).reduce(model.initial(), model::step);
    }
}
