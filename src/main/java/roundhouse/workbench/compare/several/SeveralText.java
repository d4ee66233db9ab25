package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.Interval;
import roundhouse.analysis.SeedDifference;
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.ComparedUnit;
import roundhouse.workbench.compare.measured.MeasuredRow;

/** The table as text: for people, for documents (Markdown) and for programs (CSV). */
final class SeveralText {
    private SeveralText() {}

    /** The columns there are anything in: of data first, for what has data is compared by that. */
    static List<ComparedFigure> columns(List<MeasuredRow> rows) {
        boolean data = rows.stream()
                .anyMatch(row -> !Double.isNaN(row.value(ComparedFigure.HIT_RATIO))
                        || !Double.isNaN(row.value(ComparedFigure.READ_P50)));
        List<ComparedFigure> columns = new ArrayList<>();
        for (ComparedFigure figure : ComparedFigure.values()) {
            boolean any = rows.stream().anyMatch(row -> !Double.isNaN(row.value(figure)));
            boolean always = figure != ComparedFigure.COST && (!figure.isOfData() || data);
            if (any || always) {
                columns.add(figure);
            }
        }
        columns.sort(Comparator.comparing(figure -> !figure.isOfData()));
        return columns;
    }

    /** {@code −7.70 ± 1.33 ms}, or that it is the same under each seed; empty for the baseline and without seeds in common. */
    static String difference(ComparedFigure figure, MeasuredRow row, @Nullable MeasuredRow baseline) {
        if (baseline == null || baseline.number() == row.number()) {
            return "";
        }
        SeedDifference difference = row.less(baseline, figure);
        boolean same = difference.mean() == 0 && !(difference.interval().halfWidth() > 0);
        String size = same ? text("compare.the-same") : figure.unit().signed(difference.mean());
        return same || size.isEmpty() || !difference.interval().isKnown()
                ? size
                : figure.unit().signed(difference.mean(), difference.interval().halfWidth());
    }

    /** What a cell says, in sentences. */
    static String explained(ComparedFigure figure, MeasuredRow row, @Nullable MeasuredRow baseline) {
        String title = row.entrant().title();
        if (!row.isMeasured()) {
            return text("compare.cell-not-run", figure.heading(), title);
        }
        if (row.of(figure).values().isEmpty()) {
            return text("compare.cell-not-measured", figure.heading(), title);
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(text(
                "compare.cell-mean",
                figure.heading(),
                title,
                figure.unit().text(row.value(figure)),
                row.of(figure).values().size(),
                figure.help()));
        if (baseline == null || baseline.number() == row.number()) {
            Interval interval = row.of(figure).interval();
            if (interval.isKnown()) {
                sentences.add(text("compare.cell-within", figure.unit().half(interval.halfWidth()), Interval.PERCENT));
            }
            sentences.add(text("compare.cell-is-baseline"));
        } else {
            against(baseline.entrant().title(), row.less(baseline, figure), figure.unit(), sentences);
        }
        return String.join(" ", sentences);
    }

    private static void against(String other, SeedDifference difference, ComparedUnit unit, List<String> sentences) {
        if (difference.seeds() == 0) {
            sentences.add(text("compare.cell-no-common-seed", other));
            return;
        }
        if (!difference.interval().isKnown()) {
            sentences.add(text("compare.cell-one-seed", other));
            return;
        }
        double half = difference.interval().halfWidth();
        sentences.add(text(
                half == 0 ? "compare.cell-against-same" : "compare.cell-against",
                other,
                unit.signed(difference.mean()),
                Interval.PERCENT,
                unit.signed(difference.mean() - half),
                unit.signed(difference.mean() + half)));
        if (difference.isCertain()) {
            sentences.add(text("compare.cell-certain"));
        } else if (half != 0) {
            sentences.add(text("compare.cell-chance"));
        }
        sentences.add(text("compare.cell-seed-by-seed", difference.seeds()));
    }

    /** How many seeds, from the first to the last: {@code 10 (42–51)}. */
    static String seeds(MeasuredRow row) {
        return switch (row.bySeed().size()) {
            case 0 -> "–";
            case 1 -> "1 (" + row.bySeed().firstKey() + ")";
            default ->
                row.bySeed().size() + " (" + row.bySeed().firstKey() + "–"
                        + row.bySeed().lastKey() + ")";
        };
    }

    /** A GitHub table: the mean of each figure, below it the difference to the first row with its interval. */
    static String markdown(List<MeasuredRow> rows, @Nullable MeasuredRow baseline) {
        List<ComparedFigure> columns = columns(rows);
        StringBuilder text = new StringBuilder("| # | ")
                .append(text("compare.design"))
                .append(" | ")
                .append(text("compare.seeds"))
                .append(" |");
        columns.forEach(figure -> text.append(' ').append(figure.heading()).append(" |"));
        text.append("\n|---:|---|---|").append("---:|".repeat(columns.size())).append('\n');
        for (MeasuredRow row : rows) {
            text.append("| ")
                    .append(row.number())
                    .append(" | ")
                    .append(row.entrant().title().replace("|", "\\|"))
                    .append(" | ")
                    .append(seeds(row))
                    .append(" |");
            for (ComparedFigure figure : columns) {
                String difference = difference(figure, row, baseline);
                text.append(' ')
                        .append(figure.unit().text(row.value(figure)))
                        .append(difference.isEmpty() ? "" : " (" + difference + ")")
                        .append(" |");
            }
            text.append('\n');
        }
        return text.append('\n')
                .append(text(
                        "compare.markdown-basis",
                        baseline == null ? "1" : Integer.toString(baseline.number()),
                        Interval.PERCENT))
                .append('\n')
                .toString();
    }

    /** RFC 4180, LF line ends; times in seconds, shares 0 to 1; what is not known is left empty. */
    static String csv(List<MeasuredRow> rows, @Nullable MeasuredRow baseline) {
        List<ComparedFigure> columns = columns(rows);
        StringBuilder text = new StringBuilder("row,design,seeds,first_seed");
        for (ComparedFigure figure : columns) {
            String name = key(figure);
            text.append(',')
                    .append(name)
                    .append(',')
                    .append(name)
                    .append("_difference,")
                    .append(name)
                    .append("_half_width");
        }
        for (MeasuredRow row : rows) {
            text.append('\n')
                    .append(row.number())
                    .append(",\"")
                    .append(row.entrant().title().replace("\"", "\"\""))
                    .append("\",")
                    .append(row.bySeed().size())
                    .append(',')
                    .append(row.isMeasured() ? row.bySeed().firstKey().toString() : "");
            for (ComparedFigure figure : columns) {
                text.append(',').append(cells(figure, row, baseline));
            }
        }
        return text.append('\n').toString();
    }

    private static String cells(ComparedFigure figure, MeasuredRow row, @Nullable MeasuredRow baseline) {
        ComparedUnit unit = figure.unit();
        double value = row.isMeasured() ? row.value(figure) : Double.NaN;
        if (baseline == null || baseline.number() == row.number()) {
            return number(unit, value) + ",,";
        }
        SeedDifference difference = row.less(baseline, figure);
        return number(unit, value) + "," + number(unit, difference.mean()) + ","
                + number(unit, difference.interval().halfWidth());
    }

    private static String number(ComparedUnit unit, double value) {
        return Double.isNaN(value) ? "" : Double.toString(unit.plain(value));
    }

    /** {@code p99_seconds}. */
    private static String key(ComparedFigure figure) {
        return figure.name().toLowerCase(Locale.ROOT) + figure.unit().suffix();
    }
}
