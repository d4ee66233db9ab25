package roundhouse.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what a check finds. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void error(String where, String text) {
        found.add(new Finding(Finding.Severity.ERROR, where, text));
    }

    void warning(String where, String text) {
        found.add(new Finding(Finding.Severity.WARNING, where, text));
    }

    void note(String where, String text) {
        found.add(new Finding(Finding.Severity.NOTE, where, text));
    }

    /** Errors first, then warnings, then notes; each in the order they were found. */
    List<Finding> inOrder() {
        return found.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }
}
