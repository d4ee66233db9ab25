package roundhouse.topology.settings;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.Defaults;
import roundhouse.topology.nodes.Distribution;

/** Checks single values of one thing in the document, a node or a link, and says what is wrong with that thing's name in front. */
public final class Checks {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final String pointer;
    private final String what;
    private final Problems problems;

    public Checks(String pointer, String what, Problems problems) {
        this.pointer = pointer;
        this.what = what;
        this.problems = problems;
    }

    /** The same for a part of the thing. */
    public Checks in(String path) {
        return new Checks(pointer + "/" + path, what, problems);
    }

    public void wrong(String key, String message) {
        problems.add(key.isEmpty() ? pointer : pointer + "/" + key, what + ": " + message);
    }

    public void number(String key, double value, Range limit) {
        number(key, key, value, limit);
    }

    public void number(String key, String name, double value, Range limit) {
        if (!limit.allows(value)) {
            wrong(key, name + " is " + Units.number(value) + "; " + limit.allowed() + " is allowed");
        }
    }

    /** A count whose largest value stands for no limit. */
    public void count(String key, int value, Range limit) {
        if (value != Defaults.UNLIMITED) {
            number(key, value, limit);
        }
    }

    public void rate(String key, double rate) {
        if (!Range.RATE.allows(rate)) {
            wrong(key, key + " is " + Units.formatRate(rate) + "; a rate is from 0/s to 10000000/s");
        }
    }

    public void duration(String key, Duration value) {
        if (value.isNegative()) {
            wrong(key, key + " is negative; a duration from 0s to " + Units.format(Units.LONGEST) + " is allowed");
        } else if (value.compareTo(Units.LONGEST) > 0) {
            wrong(key, key + " is too long; the longest duration is " + Units.format(Units.LONGEST));
        }
    }

    public void positive(String key, Duration value) {
        if (value.isZero()) {
            wrong(key, key + " is 0s; it must be longer");
        } else {
            duration(key, value);
        }
    }

    public void distribution(String key, Distribution distribution) {
        Checks its = in(key);
        switch (distribution) {
            case Distribution.Fixed fixed -> duration(key, fixed.value());
            case Distribution.Uniform uniform -> {
                its.duration("min", uniform.min());
                its.duration("max", uniform.max());
                if (uniform.min().compareTo(uniform.max()) > 0) {
                    its.wrong(
                            "min",
                            key + " has min " + Units.format(uniform.min()) + " above max "
                                    + Units.format(uniform.max()));
                }
            }
            case Distribution.Normal normal -> {
                its.duration("mean", normal.mean());
                its.duration("stddev", normal.stddev());
            }
            case Distribution.LogNormal normal -> {
                its.positive("mean", normal.mean());
                its.duration("stddev", normal.stddev());
            }
            case Distribution.Exponential exponential -> its.duration("mean", exponential.mean());
        }
    }

    /** A name that people choose freely: a region, a zone, a pool. */
    public void name(String key, @Nullable String name) {
        if (name != null && (name.isEmpty() || name.length() > 64 || !name.equals(name.strip()) || !singleLine(name))) {
            wrong(key, key + " is " + Json.quoted(name) + "; a name has 1 to 64 characters and no space at either end");
        }
    }

    public void label(@Nullable String label) {
        if (label != null && (label.isBlank() || label.length() > 100 || !singleLine(label))) {
            wrong("label", "label is " + Json.quoted(label) + "; one line of 1 to 100 characters is allowed");
        }
    }

    /** One line of text that a request carries. */
    public void line(String key, String value) {
        if (value.length() > 1_000 || !singleLine(value)) {
            wrong(key, key + " is " + Json.quoted(value) + "; one line of at most 1,000 characters is allowed");
        }
    }

    public static boolean singleLine(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c)
                        || c == 0x2028
                        || c == 0x2029
                        || Character.getType(c) == Character.SURROGATE);
    }

    public void network(String key, String network) {
        String reason = networkProblem(network);
        if (!reason.isEmpty()) {
            wrong(key, key + " is " + Json.quoted(network) + "; " + reason);
        }
    }

    private static String networkProblem(String network) {
        int slash = network.indexOf('/');
        String address = slash < 0 ? network : network.substring(0, slash);
        if (slash < 0
                || !(IPV4.matcher(address).matches() || IPV6.matcher(address).matches())) {
            return "a network is an address and a prefix length, like \"10.0.0.0/8\"";
        }
        int bits;
        try {
            bits = InetAddress.ofLiteral(address).getAddress().length * 8;
        } catch (IllegalArgumentException _) {
            return "that is not an IP address";
        }
        String prefix = network.substring(slash + 1);
        return prefix.matches("\\d{1,3}") && Integer.parseInt(prefix) <= bits
                ? ""
                : "the prefix length is from 0 to " + bits;
    }

    /** Shares in proportion to each other: none negative, not all 0. */
    public void shares(String key, List<Double> shares) {
        for (double share : shares) {
            number(key, share, Range.SHARE);
        }
        if (!shares.isEmpty() && shares.stream().allMatch(share -> share == 0)) {
            wrong(key, "the shares of all " + key + " are 0; at least one must be more");
        }
    }

    public void headers(String key, Map<String, String> headers) {
        headers.forEach((name, value) -> {
            if (!name.matches("[a-z0-9!#$%&'*+.^_`|~-]{1,100}")) {
                wrong(key, Json.quoted(name) + " is not a header name; letters, digits and - are allowed");
            }
            line(key, value);
        });
    }

    public void cookies(String key, Map<String, String> cookies) {
        cookies.forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")) {
                wrong(key, Json.quoted(name) + " is not a cookie name; letters, digits, - and _ are allowed");
            }
            line(key, value);
        });
    }
}
