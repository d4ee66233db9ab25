package roundhouse.analysis.sweeping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import roundhouse.files.NotWrittenException;

/**
 * A file that every row of a sweep is added to as its run ends, so that a sweep that was killed goes on where it was. What a kill left of a
 * last line is cut off. The file is locked meanwhile.
 */
public final class SweepResults implements AutoCloseable, Sweep.Listener {
    private final FileChannel file;
    private final List<SweepRow> earlier;

    /** The file cannot hold the rows of this plan; why, in a line. */
    public static final class OtherSweepException extends IOException {
        private static final long serialVersionUID = 1;

        OtherSweepException(String message) {
            super(message);
        }
    }

    private SweepResults(FileChannel file, List<SweepRow> earlier) {
        this.file = file;
        this.earlier = earlier;
    }

    /**
     * Opens the file, or makes it.
     *
     * @throws OtherSweepException when it has something else than rows of this plan, or another program adds to it
     * @throws NotWrittenException when it cannot be written
     */
    public static SweepResults open(Path path, SweepPlan plan) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new NotWrittenException(path.toString(), "it is no file", null);
        }
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new NotWrittenException(path, e);
        }
        try {
            if (!isLocked(file)) {
                throw new OtherSweepException(path + " is being written by another sweep");
            }
            List<SweepRow> rows = new ArrayList<>();
            long end = read(path, plan, rows);
            file.truncate(end).position(end);
            SweepResults results = new SweepResults(file, List.copyOf(rows));
            if (end == 0) {
                results.add(SweepRecord.header(plan));
            }
            return results;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** Where the last whole line ends, in bytes. */
    private static long read(Path path, SweepPlan plan, List<SweepRow> rows) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
            SweepRow row = start == 0 ? null : SweepRecord.row(line);
            if (start == 0 ? !line.equals(SweepRecord.header(plan)) : row == null || row.run() >= plan.runs()) {
                throw new OtherSweepException(path
                        + (start == 0
                                ? " has the results of something else, or of this sweep of another design, other values or"
                                        + " other seeds; name another file"
                                : " is damaged after " + rows.size() + " runs"));
            }
            if (row != null) {
                rows.add(row);
            }
            start = i + 1;
        }
        if (start == 0 && bytes.length > 0 && bytes[0] != '{') {
            throw new OtherSweepException(path + " has no results of a sweep; name another file");
        }
        return start;
    }

    /** The rows that were in it. */
    public List<SweepRow> earlier() {
        return earlier;
    }

    @Override
    public void ended(SweepRow row) {
        try {
            add(SweepRecord.line(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
