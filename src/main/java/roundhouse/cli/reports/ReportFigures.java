package roundhouse.cli.reports;

import java.util.Locale;

/** How figures are written in reports for people, each with its unit. */
public final class ReportFigures {
    private ReportFigures() {}

    /** With commas between the thousands. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / 1_048_576.0);
    }

    /** Minutes, seconds and milliseconds: {@code 01:02.345}. */
    static String clock(long nanos) {
        long millis = nanos / 1_000_000;
        return String.format(Locale.ROOT, "%02d:%02d.%03d", millis / 60_000, millis / 1_000 % 60, millis % 1_000);
    }

    /** Seconds, with up to three decimals: {@code 1.5 s}. */
    public static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%s s", trim(String.format(Locale.ROOT, "%.3f", nanos / 1e9)));
    }

    private static String trim(String decimal) {
        return decimal.contains(".") ? decimal.replaceAll("0+$", "").replaceAll("\\.$", "") : decimal;
    }

    /** Three significant digits in the unit that keeps them readable. */
    public static String time(double nanos) {
        if (nanos < 1_000) {
            return String.format(Locale.ROOT, "%.0f ns", nanos);
        }
        String[] units = {"µs", "ms", "s"};
        double value = nanos / 1_000;
        int unit = 0;
        while (value >= 999.5 && unit < 2) {
            value /= 1_000;
            unit++;
        }
        return String.format(
                Locale.ROOT, value < 9.995 ? "%.2f %s" : value < 99.95 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }
}
