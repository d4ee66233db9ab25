package roundhouse.hashing.mirrors;

import java.util.Locale;
import java.util.Optional;

/**
 * The part of a request's URI that HAProxy's {@code balance uri} hashes: the path up to the question mark, perhaps cut.
 *
 * <p>Source: HAProxy 2.6, src/backend.c, {@code get_server_uh}.
 *
 * @param whole also what is behind the question mark
 * @param depth how many directories, the leading slash counting as the first; 0 for all
 * @param length how many characters at most; 0 for all
 */
public record UriKey(boolean whole, int depth, int length) {
    /** As where nothing is said. */
    public static final UriKey PATH = new UriKey(false, 0, 0);

    public static final int MOST = 1_000_000;

    public UriKey {
        if (depth < 0 || length < 0) {
            throw new IllegalArgumentException("a depth and a length are 0 or more");
        }
    }

    /**
     * Reads the words that may follow {@code balance uri}: {@code whole}, {@code path-only}, {@code depth N}, {@code len N}; empty when
     * it is something else. Paths alone are hashed in any case, since requests here name no scheme and no host before it.
     */
    public static Optional<UriKey> parse(String words) {
        UriKey key = PATH;
        String[] parts = words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        for (int i = 0; i < parts.length; i++) {
            int number = i + 1 < parts.length && parts[i + 1].matches("\\d{1,6}") ? Integer.parseInt(parts[i + 1]) : -1;
            if (parts[i].equals("whole")) {
                key = new UriKey(true, key.depth, key.length);
            } else if (parts[i].equals("depth") && number >= 0) {
                key = new UriKey(key.whole, number, key.length);
                i++;
            } else if (parts[i].equals("len") && number >= 0) {
                key = new UriKey(key.whole, key.depth, number);
                i++;
            } else if (!parts[i].isEmpty() && !parts[i].equals("path-only")) {
                return Optional.empty();
            }
        }
        return Optional.of(key);
    }

    /** As {@code balance uri} is followed by it; empty where nothing is said. */
    public String words() {
        return (whole ? " whole" : "") + (depth > 0 ? " depth " + depth : "") + (length > 0 ? " len " + length : "");
    }

    /** What is hashed of this URI. */
    public String of(String uri) {
        int end = length > 0 ? Math.min(length, uri.length()) : uri.length();
        int slashes = 0;
        for (int i = 0; i < end; i++) {
            char c = uri.charAt(i);
            slashes += c == '/' ? 1 : 0;
            if ((c == '/' && slashes == depth + 1 && depth > 0) || (c == '?' && !whole)) {
                return uri.substring(0, i);
            }
        }
        return uri.substring(0, end);
    }
}
