package roundhouse.exchange.configuration.haproxy;

import roundhouse.exchange.configuration.Remarks;

/** A configuration as it is written: sections, and lines below them. */
final class HaproxyText {
    private final StringBuilder text = new StringBuilder();

    void section(String head) {
        text.append('\n').append(head).append('\n');
    }

    void section(String head, String remark) {
        section(head + "  " + Remarks.MARK + remark);
    }

    void say(String line) {
        text.append("    ").append(line).append('\n');
    }

    void say(String line, String remark) {
        say(line + "  " + Remarks.MARK + remark);
    }

    void comment(String comment) {
        text.append("# ").append(comment).append('\n');
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** As one word, whatever is in it. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9._/:@=,+*?&%-]+") && !word.startsWith("-")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
