package roundhouse.exchange.configuration.nginx;

import java.time.Duration;
import roundhouse.exchange.configuration.Remarks;

/** A configuration as it is written: four spaces for each block. */
final class NginxText {
    /** What stands for no limit of time: nginx has a word for that nowhere. */
    static final Duration FOREVER = Duration.ofDays(365);

    private final StringBuilder text = new StringBuilder();
    private int depth;

    NginxText line(String line) {
        text.append(line.isEmpty() ? "" : "    ".repeat(depth)).append(line).append('\n');
        return this;
    }

    /** A directive, with its semicolon. */
    NginxText say(String directive) {
        return line(directive + ";");
    }

    /** A directive with a remark at its end. */
    NginxText say(String directive, String remark) {
        return line(directive + ";  " + Remarks.MARK + remark);
    }

    NginxText open(String directive) {
        line(directive + " {");
        depth++;
        return this;
    }

    NginxText open(String directive, String remark) {
        line(directive + " {  " + Remarks.MARK + remark);
        depth++;
        return this;
    }

    NginxText close() {
        depth--;
        return line("}");
    }

    NginxText comment(String comment) {
        return line("# " + comment);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Milliseconds are the finest that nginx knows. */
    static boolean canBeSaid(Duration time) {
        return time.toNanosPart() % 1_000_000 == 0 && time.compareTo(FOREVER) <= 0;
    }

    /** As nginx writes times: {@code 1500ms} or {@code 10s}, rounded up to milliseconds. */
    static String time(Duration time) {
        Duration most = time.compareTo(FOREVER) > 0 ? FOREVER : time;
        long millis = most.plusNanos(999_999).toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
