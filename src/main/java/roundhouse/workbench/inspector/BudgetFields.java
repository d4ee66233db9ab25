package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.nodes.Retries.Budget;
import roundhouse.topology.nodes.Retries;
import roundhouse.topology.settings.Range;

/** How many retries clients may send together. */
final class BudgetFields {
    private BudgetFields() {}

    static List<Field<Retries>> of(Retries current) {
        List<Field<Retries>> fields = new ArrayList<>();
        fields.add(Forms.flag(
                "retries.budget",
                "Retry budget",
                "Keeps retries a small part of the traffic, so that they cannot bring down what is weak already.",
                retries -> retries.budget() != null,
                (retries, on) -> retries.budget(on ? Budget.DEFAULT : null)));
        if (current.budget() != null) {
            fields.add(Forms.number(
                    "retries.budget.share",
                    "Per request",
                    "What part of a retry each request puts into the account; a retry takes out one.",
                    Range.BUDGET,
                    retries -> its(retries).share(),
                    (retries, v) -> retries.budget(new Budget(v, its(retries).floor()))));
            fields.add(Forms.rate(
                    "retries.budget.floor",
                    "Always allowed",
                    "Retries a second that are allowed whatever the account says.",
                    retries -> its(retries).floor(),
                    (retries, v) -> retries.budget(new Budget(its(retries).share(), v))));
        }
        return fields;
    }

    private static Budget its(Retries retries) {
        return retries.budget() == null ? Budget.DEFAULT : retries.budget();
    }
}
