package roundhouse.live.http;

import java.io.IOException;
import org.eclipse.jetty.util.component.LifeCycle;

/** Stops a part of Jetty, which may throw anything. */
final class Stopping {
    private Stopping() {}

    static void stop(LifeCycle part) throws IOException {
        try {
            part.stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IOException("a port could not be closed", e);
        }
    }
}
