package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;
import static roundhouse.workbench.tradeoffs.CapFinding.State.HOLDS;
import static roundhouse.workbench.tradeoffs.CapFinding.State.NOT_TESTED;
import static roundhouse.workbench.tradeoffs.CapFinding.State.UNKNOWN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a run has shown of the three corners for one store, and what that comes to. On the screen's thread. */
public final class CapModel {
    private final Map<CapCorner, ReadOnlyObjectWrapper<CapFinding>> findings = new EnumMap<>(CapCorner.class);

    public CapModel() {
        for (CapCorner corner : CapCorner.values()) {
            findings.put(corner, new ReadOnlyObjectWrapper<>(this, corner.letter(), CapFinding.NONE));
        }
    }

    /** Takes what was found of a corner. */
    public void set(CapCorner corner, CapFinding finding) {
        wrapper(corner).set(finding);
    }

    public ReadOnlyObjectProperty<CapFinding> finding(CapCorner corner) {
        return wrapper(corner).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<CapFinding> wrapper(CapCorner corner) {
        return Objects.requireNonNull(findings.get(corner));
    }

    private CapFinding.State state(CapCorner corner) {
        return wrapper(corner).get().state();
    }

    /** Whether both ends of a side hold. */
    boolean holds(CapCorner one, CapCorner other) {
        return state(one) == HOLDS && state(other) == HOLDS;
    }

    /** What the corners come to, in a sentence. Without a partition nothing had to be given up. */
    public String sentence() {
        CapFinding.State c = state(CapCorner.CONSISTENCY);
        CapFinding.State a = state(CapCorner.AVAILABILITY);
        if (state(CapCorner.PARTITION_TOLERANCE) == NOT_TESTED) {
            return c == HOLDS && a == HOLDS ? text("tradeoffs.ca-without-partition") : text("tradeoffs.no-partition");
        }
        if (isOpen(c) || isOpen(a)) {
            return isOpen(c) && isOpen(a)
                    ? text("tradeoffs.given-up-unknown")
                    : isOpen(c) ? half("A", a, "C") : half("C", c, "A");
        }
        if (c == HOLDS && a == HOLDS) {
            return text("tradeoffs.no-choice-forced");
        }
        if (c == HOLDS) {
            return text("tradeoffs.cp");
        }
        return a == HOLDS ? text("tradeoffs.ap") : text("tradeoffs.neither");
    }

    private static boolean isOpen(CapFinding.State state) {
        return state == UNKNOWN || state == NOT_TESTED;
    }

    private static String half(String known, CapFinding.State state, String other) {
        return text(state == HOLDS ? "tradeoffs.one-held" : "tradeoffs.one-broken", known, other);
    }
}
