package roundhouse.routing.zones;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of the zones as they are.
 *
 * @param split how requests are split between zones; null when zones are disregarded
 * @param words what the balancer does, to follow its name: "keeps 62.5 % of its requests in zone a, ..."
 */
public record ZoneDecision(@Nullable ZoneSplit split, String words) {
    static ZoneDecision anywhere(String reason) {
        return new ZoneDecision(null, "disregards zones, for " + reason);
    }

    static ZoneDecision by(ZoneSplit split, ZoneCounts counts) {
        return new ZoneDecision(split, words(split, counts));
    }

    /** In two words: "disregards zones", "keeps all", "spills over". */
    public String mode() {
        if (split == null) {
            return "disregards zones";
        }
        return split.isDirect() ? "keeps all" : "spills over";
    }

    private static String words(ZoneSplit split, ZoneCounts counts) {
        String own = counts.zone(counts.own());
        if (split.isDirect()) {
            return "keeps all its requests in " + own;
        }
        StringBuilder text = new StringBuilder(
                counts.healthy()[counts.own()] == 0
                        ? "has no healthy target in " + own + " and sends all its requests to others: "
                        : "keeps " + percent(split.share(counts.own())) + " of its requests in " + own
                                + " and sends the rest to others: ");
        String separator = "";
        for (int zone = 0; zone < counts.names().size(); zone++) {
            if (zone != counts.own() && split.share(zone) > 0) {
                text.append(separator)
                        .append(percent(split.share(zone)))
                        .append(" to ")
                        .append(counts.zone(zone));
                separator = ", ";
            }
        }
        return text.toString();
    }

    private static String percent(double share) {
        String text = String.format(Locale.ROOT, "%.2f", 100 * share);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "") + " %";
    }
}
