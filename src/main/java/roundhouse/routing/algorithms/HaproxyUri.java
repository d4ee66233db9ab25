package roundhouse.routing.algorithms;

import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import roundhouse.hashing.Placement;
import roundhouse.routing.Request;
import roundhouse.routing.RequestKind;

/**
 * The key of HAProxy's {@code balance uri}: the path without its query. A request of no declared kind asks for what its key says,
 * {@code /key-42}. Each kind's path is encoded once, so that hashing allocates nothing.
 *
 * <p>Source: HAProxy 2.6, src/backend.c, {@code get_server_uh}; without {@code whole}, {@code len} and {@code depth}.
 */
final class HaproxyUri implements HaproxyHash.Key {
    private static final int LONGEST = 32;

    /** By kind, as rules find theirs; empty for the one that asks for its key. */
    private final IdentityHashMap<RequestKind, byte[]> paths = new IdentityHashMap<>();

    private final KeyText text = new KeyText();
    /** A key's path for each length, kept as {@link KeyText} keeps its texts. */
    private final byte[][] ofKeys = new byte[LONGEST][0];

    @Override
    public long hash(Request request, Placement placement) {
        byte[] path = paths.get(request.kind());
        if (path == null) {
            path = encoded(request.kind());
            paths.put(request.kind(), path);
        }
        return placement.hash(path.length == 0 ? ofKey(request.key()) : path);
    }

    private static byte[] encoded(RequestKind kind) {
        return kind.equals(RequestKind.PLAIN) ? new byte[0] : kind.plainPath().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] ofKey(long key) {
        byte[] name = text.bytes(key);
        byte[] path = ofKeys[name.length];
        if (path.length == 0) {
            path = new byte[name.length + 1];
            path[0] = '/';
            ofKeys[name.length] = path;
        }
        System.arraycopy(name, 0, path, 1, name.length);
        return path;
    }

    @Override
    public String words(Request request) {
        RequestKind kind = request.kind();
        return kind.equals(RequestKind.PLAIN) ? '/' + KeyText.of(request.key()) : kind.plainPath();
    }
}
