package roundhouse.routing;

import java.util.Optional;

/**
 * Which paths a rule means: the one path; or, with one {@code *}, those that begin with what stands before it and end with what
 * stands behind it, as {@code /api/*}, {@code /*.php} and {@code /static/*.css}.
 *
 * @param text begins with {@code /}
 */
public record PathPattern(String text) {
    private static final long EXACT = 1L << 31;
    private static final long WITH_END = 1L << 30;

    /** Whether a text is one. */
    public static boolean isPattern(String text) {
        return text.startsWith("/") && text.indexOf('*') == text.lastIndexOf('*');
    }

    /** Whether it means one path. */
    public boolean isExact() {
        return text.indexOf('*') < 0;
    }

    /** What stands before the star; of an exact path all. */
    public String beginning() {
        int star = text.indexOf('*');
        return star < 0 ? text : text.substring(0, star);
    }

    /** What stands behind the star; empty where nothing does. */
    public String end() {
        int star = text.indexOf('*');
        return star < 0 ? "" : text.substring(star + 1);
    }

    /** Whether it is what paths begin with. */
    public boolean isPrefix() {
        return text.endsWith("*");
    }

    public boolean matches(String path) {
        int star = text.indexOf('*');
        if (star < 0) {
            return path.equals(text);
        }
        int end = text.length() - star - 1;
        return path.length() >= star + end
                && path.regionMatches(0, text, 0, star)
                && path.regionMatches(path.length() - end, text, star + 1, end);
    }

    /** Whether it matches all that the other one does. */
    public boolean covers(PathPattern other) {
        if (other.isExact()) {
            return matches(other.text);
        }
        return !isExact()
                && other.beginning().startsWith(beginning())
                && other.end().endsWith(end());
    }

    /** The paths that both match, but for such as begin with more of the one and end with more of the other at once; empty for none. */
    public Optional<PathPattern> common(PathPattern other) {
        if (covers(other)) {
            return Optional.of(other);
        }
        if (other.covers(this)) {
            return Optional.of(this);
        }
        if (isExact() || other.isExact()) {
            return Optional.empty();
        }
        String begins = beginning().length() > other.beginning().length() ? beginning() : other.beginning();
        String ends = end().length() > other.end().length() ? end() : other.end();
        PathPattern both = new PathPattern(begins + "*" + ends);
        return covers(both) && other.covers(both) ? Optional.of(both) : Optional.empty();
    }

    /** As nginx's locations: an exact path, then one with an end, then a beginning, of these two the longer before the shorter. */
    public long rank() {
        return isExact() ? EXACT : isPrefix() ? text.length() : WITH_END + text.length();
    }
}
