package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.playback.charts.ChartModel.Series;

/** Lines of a group with many members, which nobody can tell apart, as three: the most of any member, their mean, and the least. */
final class MemberSpread {
    /** From so many on; each of fewer has a shade and a stroke of its own. */
    static final int MANY = 8;

    private MemberSpread() {}

    /** The lines with those of many members as three, where the first of them was. */
    static List<Series> of(List<Series> lines, KnownNodes known) {
        Map<String, List<Series>> groups = new LinkedHashMap<>();
        for (Series line : lines) {
            groups.computeIfAbsent(known.group(line.key()), _ -> new ArrayList<>())
                    .add(line);
        }
        return groups.entrySet().stream()
                .flatMap(group -> group.getValue().size() < MANY
                        ? group.getValue().stream()
                        : spread(known.title(group.getKey()), group.getValue()))
                .toList();
    }

    private static Stream<Series> spread(String title, List<Series> members) {
        int length = members.getFirst().values().length;
        double[] most = new double[length];
        double[] mean = new double[length];
        double[] least = new double[length];
        double[] highest = new double[length];
        double[] lowest = new double[length];
        for (int i = 0; i < length; i++) {
            double sum = 0;
            int there = 0;
            most[i] = Double.NaN;
            least[i] = Double.NaN;
            highest[i] = Double.NaN;
            lowest[i] = Double.NaN;
            for (Series member : members) {
                if (i < member.band().most().length
                        && !Double.isNaN(member.band().most()[i])) {
                    highest[i] = Double.isNaN(highest[i])
                            ? member.band().most()[i]
                            : Math.max(highest[i], member.band().most()[i]);
                    lowest[i] = Double.isNaN(lowest[i])
                            ? member.band().least()[i]
                            : Math.min(lowest[i], member.band().least()[i]);
                }
                double value = member.values()[i];
                if (!Double.isNaN(value)) {
                    sum += value;
                    most[i] = there == 0 ? value : Math.max(most[i], value);
                    least[i] = there == 0 ? value : Math.min(least[i], value);
                    there++;
                }
            }
            mean[i] = there == 0 ? Double.NaN : sum / there;
        }
        int colour = members.getFirst().server();
        return Stream.of(
                new Series("", text("playback.most-2", title), most, colour, 1, new Band(most, highest)),
                new Series("", text("playback.mean", title), mean, colour, 0, Band.NONE),
                new Series("", text("playback.least-2", title), least, colour, 2, new Band(lowest, least)));
    }
}
