package roundhouse.live.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.eclipse.jetty.io.Connection;

/** Numbers the connections that requests come over, from 1, and tells when one of them closes. */
final class ConnectionNumbers implements Connection.Listener {
    private final AtomicLong last = new AtomicLong();
    private final Map<Connection, Long> numbers = new ConcurrentHashMap<>();
    private final LongConsumer closed;

    ConnectionNumbers(LongConsumer closed) {
        this.closed = closed;
    }

    /** The number of a connection over which a request has come; of one that has closed meanwhile a number of its own. */
    long of(Connection connection) {
        Long number = numbers.get(connection);
        return number == null ? last.incrementAndGet() : number;
    }

    @Override
    public void onOpened(Connection connection) {
        numbers.put(connection, last.incrementAndGet());
    }

    @Override
    public void onClosed(Connection connection) {
        Long number = numbers.remove(connection);
        if (number != null) {
            closed.accept(number);
        }
    }
}
