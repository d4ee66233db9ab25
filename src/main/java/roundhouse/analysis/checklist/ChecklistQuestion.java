package roundhouse.analysis.checklist;

import java.util.List;

/** One question of the checklist. */
@FunctionalInterface
interface ChecklistQuestion {
    /** The answers, at least one: a question that finds nothing wrong says what it looked at. */
    List<Advice> ask(Examined examined);
}
