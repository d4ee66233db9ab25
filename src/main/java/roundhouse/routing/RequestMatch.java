package roundhouse.routing;

import java.util.List;
import java.util.Locale;

/** What a layer-7 rule looks at. */
public sealed interface RequestMatch {
    boolean matches(RequestKind kind, boolean read);

    /** How it ranks where the most specific rule wins; the greater the more specific. */
    default long rank() {
        return 0;
    }

    /** Whether every request that the other one matches is matched by this one too. */
    default boolean covers(RequestMatch other) {
        return equals(other)
                || (other instanceof All(List<RequestMatch> all) && all.stream().anyMatch(this::covers));
    }

    /**
     * The host is that name, or any name that ends as {@code *.example.com} or begins as {@code mail.*}, or any at all for {@code *}.
     * Case and port do not matter. As in nginx an exact name ranks before one with a leading star, and that before one with a closing
     * star, longer ones first; and hosts before paths.
     */
    record Host(String pattern) implements RequestMatch {
        private static final long EXACT = 1L << 62;
        private static final long LEADING = 1L << 61;
        private static final int ABOVE_PATHS = 32;

        public Host {
            pattern = pattern.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean matches(RequestKind kind, boolean read) {
            String host = kind.hostName();
            return host != null && matches(host.toLowerCase(Locale.ROOT));
        }

        private boolean matches(String host) {
            if (pattern.startsWith("*")) {
                return host.endsWith(pattern.substring(1)) && host.length() >= pattern.length();
            }
            return pattern.endsWith("*")
                    ? host.startsWith(pattern.substring(0, pattern.length() - 1)) && host.length() >= pattern.length()
                    : host.equals(pattern);
        }

        @Override
        public long rank() {
            long length = (long) pattern.length() << ABOVE_PATHS;
            return pattern.startsWith("*") ? LEADING + length : pattern.endsWith("*") ? length : EXACT;
        }

        /** A pattern is covered where it would match if its star were a part of a name. */
        @Override
        public boolean covers(RequestMatch other) {
            return other instanceof Host(String theirs)
                    ? pattern.equals(theirs) || matches(theirs)
                    : RequestMatch.super.covers(other);
        }
    }

    /** The method is that one. */
    record Method(String name) implements RequestMatch {
        @Override
        public boolean matches(RequestKind kind, boolean read) {
            return name.equals(kind.method(read));
        }
    }

    /**
     * The method is one of those, or none of them.
     *
     * @param names which methods
     * @param others whether it is all others that match
     */
    record Methods(List<String> names, boolean others) implements RequestMatch {
        public Methods {
            names = List.copyOf(names);
        }

        @Override
        public boolean matches(RequestKind kind, boolean read) {
            return names.contains(kind.method(read)) != others;
        }
    }

    /** The path, without its query, is one that the pattern means. */
    record Path(PathPattern pattern) implements RequestMatch {
        public Path(String pattern) {
            this(new PathPattern(pattern));
        }

        @Override
        public boolean matches(RequestKind kind, boolean read) {
            return pattern.matches(kind.plainPath());
        }

        @Override
        public long rank() {
            return pattern.rank();
        }

        @Override
        public boolean covers(RequestMatch other) {
            if (other instanceof Path(PathPattern theirs)) {
                return pattern.covers(theirs);
            }
            return pattern.covers(EVERY) || RequestMatch.super.covers(other);
        }

        private static final PathPattern EVERY = new PathPattern("/*");
    }

    /** The header has that value; the case of the name does not matter, that of the value does. */
    record Header(String name, String value) implements RequestMatch {
        public Header {
            name = name.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean matches(RequestKind kind, boolean read) {
            return value.equals(kind.header(name));
        }
    }

    /** The cookie has that value. */
    record Cookie(String name, String value) implements RequestMatch {
        @Override
        public boolean matches(RequestKind kind, boolean read) {
            return value.equals(kind.cookies().get(name));
        }
    }

    /** The query's parameter has that value. */
    record Query(String name, String value) implements RequestMatch {
        @Override
        public boolean matches(RequestKind kind, boolean read) {
            return value.equals(kind.parameter(name));
        }
    }

    /** All of these match. */
    record All(List<RequestMatch> conditions) implements RequestMatch {
        @Override
        public boolean matches(RequestKind kind, boolean read) {
            for (RequestMatch condition : conditions) {
                if (!condition.matches(kind, read)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public long rank() {
            return conditions.stream().mapToLong(RequestMatch::rank).sum();
        }

        @Override
        public boolean covers(RequestMatch other) {
            return conditions.stream().allMatch(condition -> condition.covers(other));
        }
    }
}
