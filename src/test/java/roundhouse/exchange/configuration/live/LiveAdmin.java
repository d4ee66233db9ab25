package roundhouse.exchange.configuration.live;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** HAProxy's runtime API: what is told to it while it runs. */
final class LiveAdmin {
    private static final String SOCKET = "admin";

    private final Path folder;

    /** @param folder where the bench runs */
    LiveAdmin(Path folder) {
        this.folder = folder;
    }

    /** The configuration with a socket for it. */
    static String opened(String text, Path folder) {
        return text.replaceFirst("global\n", "global\n    stats socket " + folder.resolve(SOCKET) + " level admin\n");
    }

    /** The answer, which is empty where the command was obeyed. HAProxy names its socket only after it listens everywhere. */
    String say(String command) throws IOException, InterruptedException {
        for (int i = 0; i < 100 && !Files.exists(folder.resolve(SOCKET)); i++) {
            Thread.sleep(20);
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(folder.resolve(SOCKET)));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
