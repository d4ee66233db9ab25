package roundhouse.topology.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Range;
import roundhouse.topology.json.Units;

/** Checks single values of one thing in the document, a node or a link, and says what is wrong with that thing's name in front. */
public final class Checks {
    /** Shares are in proportion to each other, so only their ratios matter. */
    public static final Range SHARES = Range.real(0, 1_000_000);

    private final String pointer;
    private final String what;
    private final String part;
    private final Problems problems;

    public Checks(String pointer, String what, Problems problems) {
        this(pointer, what, "", problems);
    }

    private Checks(String pointer, String what, String part, Problems problems) {
        this.pointer = pointer;
        this.what = what;
        this.part = part;
        this.problems = problems;
    }

    /** The same for a part of the thing. */
    public Checks in(String path) {
        return new Checks(pointer + "/" + path, what, path, problems);
    }

    /** For another thing that is a part of this one, under a name of its own. */
    public Checks about(String path, String other) {
        return new Checks(pointer + "/" + path, other, "", problems);
    }

    /** The part of the thing that is checked, as its key; empty for the thing itself. */
    public String part() {
        return part;
    }

    public void wrong(String key, String message) {
        problems.add(key.isEmpty() ? pointer : pointer + "/" + key, what + ": " + message);
    }

    public void number(String key, double value, Range range) {
        number(key, key, value, range);
    }

    public void number(String key, String name, double value, Range range) {
        if (!range.allows(value)) {
            wrong(key, name + " is " + Units.number(value) + "; " + range.allowed() + " is allowed");
        }
    }

    public void rate(String key, double rate) {
        if (!Units.RATES.allows(rate)) {
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

    /** nginx and HAProxy count some durations in whole seconds. */
    public void wholeSeconds(String key, Duration value) {
        if (value.toNanos() % 1_000_000_000L != 0) {
            wrong(key, key + " is " + Units.format(value) + "; whole seconds are allowed");
        }
    }

    /** A name that people choose freely: a region, a zone, a pool. */
    public void name(String key, String name) {
        if (name.isEmpty() || name.length() > 64 || !name.equals(name.strip()) || !singleLine(name)) {
            wrong(key, key + " is " + Json.quoted(name) + "; a name has 1 to 64 characters and no space at either end");
        }
    }

    public void label(String label) {
        if (label.isBlank() || label.length() > 100 || !singleLine(label)) {
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

    /** Shares in proportion to each other: none negative, not all 0. */
    public void shares(String key, List<Double> shares) {
        for (double share : shares) {
            number(key, share, SHARES);
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
