package roundhouse.workbench.checklist;

import static roundhouse.workbench.texts.Texts.text;

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
                lines.add(text("checklist.effect-gone", about(was), words(was)));
            } else if (!words(was).equals(words(now))) {
                lines.add(text("checklist.effect-changed", about(was), words(was), words(now)));
            }
        }
        for (Advice now : after) {
            if (find(now, before) == null && now.severity() != Advice.Severity.GOOD) {
                lines.add(text("checklist.effect-new", about(now), words(now)));
            }
        }
        if (lines.isEmpty()) {
            return text("checklist.effect-none", title);
        }
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(MOST, lines.size())));
        shown.addFirst(text("checklist.effect", title));
        if (lines.size() > MOST) {
            shown.add(text("checklist.effect-more", lines.size() - MOST));
        }
        return String.join("\n", shown);
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
        return advice.where().isEmpty()
                ? advice.item().title()
                : text("checklist.effect-where", advice.item().title(), advice.where());
    }

    private static String words(Advice advice) {
        return advice.figure().isEmpty()
                ? word(advice)
                : text("checklist.effect-figure", word(advice), advice.figure());
    }

    /** How much it matters, for people. */
    static String word(Advice advice) {
        return switch (advice.severity()) {
            case ERROR -> text("checklist.wrong");
            case WARNING -> text("checklist.risk");
            case NOTE -> text("checklist.note");
            case GOOD -> text("checklist.good");
        };
    }
}
