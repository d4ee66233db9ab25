package roundhouse.hashing.mirrors;

import java.util.Locale;

/**
 * The part of a request's URI that HAProxy's {@code balance uri} hashes: the path up to the question mark, perhaps cut.
 *
 * @param whole also what is behind the question mark
 * @param depth how many directories, the leading slash counting as the first; 0 for all
 * @param length how many characters at most; 0 for all
 */
public record UriKey(boolean whole, int depth, int length) {
    public UriKey {
        if (depth < 0 || length < 0) {
            throw new IllegalArgumentException("a depth and a length are 0 or more");
        }
    }

    /**
     * Reads the words that may follow {@code balance uri}: {@code whole}, {@code depth N}, {@code len N}.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static UriKey parse(String words) {
        boolean whole = false;
        int depth = 0;
        int length = 0;
        String[] parts = words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].equals("whole")) {
                whole = true;
            } else if (parts[i].equals("depth") && i + 1 < parts.length) {
                depth = Integer.parseInt(parts[++i]);
            } else if (parts[i].equals("len") && i + 1 < parts.length) {
                length = Integer.parseInt(parts[++i]);
            } else if (!parts[i].isEmpty()) {
                throw new IllegalArgumentException("'" + parts[i] + "' is none of whole, depth N, len N");
            }
        }
        return new UriKey(whole, depth, length);
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
