package roundhouse.cli.reports;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import roundhouse.analysis.checklist.Advice;
import roundhouse.analysis.checklist.ChecklistItem;
import roundhouse.files.PlainText;

/** The scaling checklist as text: each question with its answers, and what would mend what was found. */
public final class ChecklistText {
    private ChecklistText() {}

    public static void print(List<Advice> answers, PrintWriter out) {
        out.println();
        out.println("Scaling checklist");
        for (ChecklistItem item : ChecklistItem.values()) {
            out.println((item.ordinal() + 1) + ". " + item.title() + ": " + item.question());
            answers.stream().filter(advice -> advice.item() == item).forEach(advice -> print(advice, out));
        }
    }

    private static void print(Advice advice, PrintWriter out) {
        String where = advice.where().isEmpty() ? "" : advice.where() + ": ";
        String figure = advice.figure().isEmpty() ? "" : " [" + advice.figure() + "]";
        out.println(PlainText.of(
                "   " + advice.severity().name().toLowerCase(Locale.ROOT) + ": " + where + advice.text() + figure));
        if (advice.fix() != null) {
            out.println(PlainText.of("      fix: " + advice.fix().title()));
        }
    }
}
