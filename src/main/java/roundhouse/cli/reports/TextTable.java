package roundhouse.cli.reports;

import java.util.List;

/** Rows in columns that are as wide as their widest cell: words to the left, figures to the right. */
public final class TextTable {
    private TextTable() {}

    /**
     * A line each.
     *
     * @param words how many of the first columns are words
     * @param gap spaces between columns
     */
    public static String of(List<String[]> rows, int words, int gap) {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - row[i].length());
                line.append(i < words ? row[i] + padding : padding + row[i]).append(" ".repeat(gap));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
