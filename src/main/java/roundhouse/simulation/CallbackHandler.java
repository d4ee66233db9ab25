package roundhouse.simulation;

import java.util.function.IntConsumer;
import roundhouse.kernel.EventHandler;
import roundhouse.kernel.Kernel;

/** An event handler for one of several kinds of event that happen to a component. */
final class CallbackHandler extends EventHandler {
    private final IntConsumer action;

    CallbackHandler(Kernel kernel, String name, IntConsumer action) {
        super(kernel, name);
        this.action = action;
    }

    @Override
    protected void fire(int argument) {
        action.accept(argument);
    }
}
