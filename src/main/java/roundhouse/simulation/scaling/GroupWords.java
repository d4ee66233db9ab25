package roundhouse.simulation.scaling;

import java.util.List;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.nodes.groups.ScalingTarget;

/** What transcripts say of groups. */
final class GroupWords {
    private static final int FEW = 3;
    private static final double TENTHS = 10;

    private GroupWords() {}

    /** {@code web-3, web-4}, or {@code web-3 to web-9}. */
    static String all(List<String> titles) {
        return titles.size() <= FEW
                ? String.join(", ", titles)
                : titles.getFirst() + " to " + titles.getLast() + " (" + titles.size() + ")";
    }

    /** "start", "starts". */
    static String verb(String verb, int subjects) {
        return subjects == 1 ? verb + "s" : verb;
    }

    /** {@code utilization 92 %, target 60 %}. */
    static String measured(ScalingTarget target, double measured) {
        return target.metric().key() + " " + amount(target, measured) + ", target " + amount(target, target.amount());
    }

    private static String amount(ScalingTarget target, double amount) {
        if (Double.isNaN(amount)) {
            return "not measured";
        }
        String number = TranscriptWords.number(Math.round(amount * TENTHS) / TENTHS);
        String unit = target.metric().unit();
        return unit.equals("%") ? number + " %" : number + unit;
    }
}
