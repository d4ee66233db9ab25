package roundhouse.live.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * What a server made of a request's body: it reads all of it and keeps these.
 *
 * @param checksum CRC-32
 */
record TakenBody(long bytes, long checksum) {
    static TakenBody of(Request request) throws IOException {
        try (InputStream all = Content.Source.asInputStream(request);
                CheckedInputStream checked = new CheckedInputStream(all, new CRC32())) {
            long bytes = checked.transferTo(OutputStream.nullOutputStream());
            return new TakenBody(bytes, checked.getChecksum().getValue());
        }
    }

    /** " took 5 bytes, CRC-32 3610a686"; empty when there was none. */
    String words() {
        return bytes == 0 ? "" : String.format(Locale.ROOT, " took %d bytes, CRC-32 %08x", bytes, checksum);
    }
}
