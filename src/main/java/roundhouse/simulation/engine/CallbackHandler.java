package roundhouse.simulation.engine;

import java.util.function.IntConsumer;
import roundhouse.kernel.EventHandler;
import roundhouse.kernel.Kernel;

/** An event handler for one of several kinds of event that happen to a component. */
public final class CallbackHandler extends EventHandler {
    private final IntConsumer action;

    public CallbackHandler(Kernel kernel, String name, IntConsumer action) {
        super(kernel, name);
        this.action = action;
    }

    @Override
    protected void fire(int argument) {
        action.accept(argument);
    }
}
