package roundhouse.caching.http;

import java.util.List;

/**
 * An answer of an origin: its status and its headers in order.
 *
 * @param status as 200
 */
public record HttpAnswer(int status, List<Header> headers) {
    private static final long SECOND_NANOS = 1_000_000_000;

    /** A header; names are compared without case. */
    public record Header(String name, String value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    public HttpAnswer {
        headers = List.copyOf(headers);
    }

    /** The first header of that name, or an empty text. */
    String header(String name) {
        for (Header header : headers) {
            if (header.is(name)) {
                return header.value();
            }
        }
        return "";
    }

    /** The whole seconds after the first {@code name=} in a header's value, in nanoseconds, or -1. */
    static long secondsOf(String value, String name) {
        int at = value.toLowerCase(java.util.Locale.ROOT).indexOf(name + "=");
        return at < 0 ? -1 : seconds(value.substring(at + name.length() + 1));
    }

    /** The whole seconds that a text begins with, in nanoseconds, or -1. */
    static long seconds(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end)) && end < 9) {
            end++;
        }
        return end == 0 ? -1 : Long.parseLong(text.substring(0, end)) * SECOND_NANOS;
    }

    /** The s-maxage of Cache-Control, otherwise its max-age, in nanoseconds, or -1. */
    static long maxAge(String cacheControl) {
        // "s-maxage=" does not contain "max-age=", so the order of the two in the header does not matter.
        long shared = secondsOf(cacheControl, "s-maxage");
        return shared >= 0 ? shared : secondsOf(cacheControl, "max-age");
    }

    /** Whether Cache-Control forbids a shared cache to keep it. */
    static boolean forbids(String cacheControl) {
        String value = cacheControl.toLowerCase(java.util.Locale.ROOT);
        return value.contains("no-store") || value.contains("no-cache") || value.contains("private");
    }
}
