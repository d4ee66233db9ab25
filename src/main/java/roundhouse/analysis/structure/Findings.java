package roundhouse.analysis.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what a check finds: of each severity as much as anybody may read. */
final class Findings {
    static final int MOST = 10_000;

    private final List<Finding> found = new ArrayList<>();
    private final Map<Finding.Severity, Integer> counts = new EnumMap<>(Finding.Severity.class);

    void error(String where, String text) {
        add(Finding.Severity.ERROR, where, text);
    }

    void warning(String where, String text) {
        add(Finding.Severity.WARNING, where, text);
    }

    void note(String where, String text) {
        add(Finding.Severity.NOTE, where, text);
    }

    private void add(Finding.Severity severity, String where, String text) {
        int count = counts.merge(severity, 1, Integer::sum);
        if (count <= MOST) {
            found.add(new Finding(severity, where, text));
        } else if (count == MOST + 1) {
            found.add(new Finding(severity, "the topology", "has more of the kind than these " + MOST));
        }
    }

    /** Whether further warnings are left out. */
    boolean hasAllWarnings() {
        return counts.getOrDefault(Finding.Severity.WARNING, 0) > MOST;
    }

    /** Errors first, then warnings, then notes; each in the order they were found. */
    List<Finding> inOrder() {
        return found.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }
}
