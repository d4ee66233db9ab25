package roundhouse.routing.algorithms;

import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import roundhouse.hashing.Placement;
import roundhouse.hashing.mirrors.UriKey;
import roundhouse.routing.Request;
import roundhouse.routing.RequestKind;

/**
 * The key of HAProxy's {@code balance uri}: the path without its query, or what else a {@link UriKey} leaves. A request of no declared kind asks for what its key says,
 * {@code /key-42}. Each kind's path is encoded once, so that hashing allocates nothing.
 *
 * <p>A key of the usual kind has no query and one directory, so that of the settings only the length cuts it.
 */
final class HaproxyUri implements HaproxyHash.Key {
    private static final int LONGEST = 32;

    /** By kind, as rules find theirs; empty for the one that asks for its key. */
    private final IdentityHashMap<RequestKind, byte[]> paths = new IdentityHashMap<>();

    private final UriKey part;
    private final KeyText text = new KeyText();
    /** A key's path for each length, kept as {@link KeyText} keeps its texts. */
    private final byte[][] ofKeys = new byte[LONGEST][0];

    HaproxyUri(UriKey part) {
        this.part = part;
    }

    @Override
    public long hash(Request request, Placement placement) {
        byte[] path = paths.get(request.kind());
        if (path == null) {
            path = encoded(request.kind());
            paths.put(request.kind(), path);
        }
        return placement.hash(path.length == 0 ? ofKey(request.key()) : path);
    }

    private byte[] encoded(RequestKind kind) {
        return kind.equals(RequestKind.PLAIN)
                ? new byte[0]
                : part.of(kind.path()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] ofKey(long key) {
        byte[] name = text.bytes(key);
        int length = part.length() > 0 ? Math.min(part.length(), name.length + 1) : name.length + 1;
        byte[] path = ofKeys[length];
        if (path.length == 0) {
            path = new byte[length];
            path[0] = '/';
            ofKeys[length] = path;
        }
        System.arraycopy(name, 0, path, 1, length - 1);
        return path;
    }

    @Override
    public String words(Request request) {
        RequestKind kind = request.kind();
        return part.of(kind.equals(RequestKind.PLAIN) ? '/' + KeyText.of(request.key()) : kind.path());
    }
}
