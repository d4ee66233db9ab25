package roundhouse.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import roundhouse.files.NotWrittenException;
import roundhouse.files.WholeFile;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunObserver;

/**
 * Writes each request that a run's clients begin while it goes on, in order, as {@code ms key size r|w}: when, what it is about, the
 * bytes of its value, and whether it reads or writes. Times have all their digits, so clients that have their keys and times from such a
 * file begin the same requests.
 */
public final class KeyTraceWriter extends RunObserver {
    private static final int NANOS_IN_MILLI = 1_000_000;

    private final StringBuilder line = new StringBuilder();
    private Writer out = Writer.nullWriter();

    /** The run did not come to its end. */
    private static final class CutShortException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Writes what the run begins until it ends; no file where it does not come to its end.
     *
     * @param run goes on with the run that this observes, and says whether it came to its end
     * @return whether it did
     */
    public boolean write(Path file, BooleanSupplier run) throws NotWrittenException {
        try {
            WholeFile.text(file, to -> {
                out = to;
                if (!run.getAsBoolean()) {
                    throw new CutShortException();
                }
            });
            return true;
        } catch (CutShortException _) {
            return false;
        }
    }

    @Override
    public void began(Attempt attempt, Component clients) {
        long nanos = attempt.startedAtNanos;
        line.setLength(0);
        line.append(nanos / NANOS_IN_MILLI).append('.');
        String rest = Long.toString(NANOS_IN_MILLI + nanos % NANOS_IN_MILLI);
        line.append(rest, 1, rest.length());
        line.append(' ').append(attempt.key()).append(' ').append(attempt.valueBytes);
        line.append(attempt.read ? " r\n" : " w\n");
        try {
            out.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
