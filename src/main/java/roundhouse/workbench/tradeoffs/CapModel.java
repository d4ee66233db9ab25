package roundhouse.workbench.tradeoffs;

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
            return c == HOLDS && a == HOLDS
                    ? "CA, but only while no message is lost: there was no partition yet."
                    : "There was no partition yet, so nothing had to be given up for one.";
        }
        if (isOpen(c) || isOpen(a)) {
            return isOpen(c) && isOpen(a)
                    ? "There was a partition; what was given up for it is not known yet."
                    : isOpen(c) ? half("A", a, "C") : half("C", c, "A");
        }
        if (c == HOLDS && a == HOLDS) {
            return "C and A both held during the partition: nothing that was asked forced a choice.";
        }
        if (c == HOLDS) {
            return "CP: during the partition it gave up availability and stayed consistent.";
        }
        return a == HOLDS
                ? "AP: during the partition every node that was up answered, and consistency was given up."
                : "Neither C nor A held during the partition.";
    }

    private static boolean isOpen(CapFinding.State state) {
        return state == UNKNOWN || state == NOT_TESTED;
    }

    private static String half(String known, CapFinding.State state, String other) {
        return "During the partition " + known + (state == HOLDS ? " held" : " was broken") + "; whether " + other
                + " held is not known yet.";
    }
}
