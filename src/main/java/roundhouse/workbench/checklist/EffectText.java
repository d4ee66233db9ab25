package roundhouse.workbench.checklist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.checklist.Advice;

/** What a change of the design made of the answers, a line for each that is another one now. */
final class EffectText {
    private static final int MOST = 6;

    private EffectText() {}

    static String of(String title, List<Advice> before, List<Advice> after) {
        List<String> lines = new ArrayList<>();
        for (Advice was : before) {
            Advice now = find(was, after);
            if (now == null) {
                lines.add(about(was) + words(was) + " → nothing to say any more");
            } else if (!words(was).equals(words(now))) {
                lines.add(about(was) + words(was) + " → " + words(now));
            }
        }
        for (Advice now : after) {
            if (find(now, before) == null && now.severity() != Advice.Severity.GOOD) {
                lines.add(about(now) + "now " + words(now));
            }
        }
        List<String> shown = lines.size() > MOST ? lines.subList(0, MOST) : lines;
        String more = lines.size() > MOST ? "\nand " + (lines.size() - MOST) + " more" : "";
        return title + (lines.isEmpty() ? ": no answer is another one." : ":\n" + String.join("\n", shown) + more);
    }

    private static @Nullable Advice find(Advice wanted, List<Advice> among) {
        List<Advice> alike = among.stream()
                .filter(one -> one.item() == wanted.item() && one.where().equals(wanted.where()))
                .toList();
        return alike.stream()
                .filter(one -> words(one).equals(words(wanted)))
                .findFirst()
                .orElse(alike.isEmpty() ? null : alike.getFirst());
    }

    private static String about(Advice advice) {
        return advice.item().title() + (advice.where().isEmpty() ? "" : ", " + advice.where()) + ": ";
    }

    private static String words(Advice advice) {
        return word(advice) + (advice.figure().isEmpty() ? "" : ", " + advice.figure());
    }

    /** How much it matters, for people. */
    static String word(Advice advice) {
        return switch (advice.severity()) {
            case ERROR -> "Wrong";
            case WARNING -> "Risk";
            case NOTE -> "Note";
            case GOOD -> "Good";
        };
    }
}
