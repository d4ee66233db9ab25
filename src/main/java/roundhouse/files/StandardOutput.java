package roundhouse.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The standard output as the commands print to it. A plain {@link PrintWriter} goes on in silence when the disk is full or nobody reads
 * any more; this one ends the command then, by an {@link UncheckedIOException} of {@link NotWrittenException}.
 */
public final class StandardOutput extends PrintWriter {
    public StandardOutput(OutputStream out) {
        super(new Ending(out), false, StandardCharsets.UTF_8);
    }

    private static final class Ending extends OutputStream {
        private final OutputStream out;

        Ending(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                throw broken(e);
            }
        }

        @Override
        public void flush() {
            try {
                out.flush();
            } catch (IOException e) {
                throw broken(e);
            }
        }

        private static UncheckedIOException broken(IOException e) {
            return new UncheckedIOException(new NotWrittenException("the standard output", e));
        }
    }
}
