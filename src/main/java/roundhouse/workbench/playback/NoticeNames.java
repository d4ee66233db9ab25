package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.workbench.FigureText;

/** What several things that happened together are called, where one of them says most: what an autoscaler did and how that went. */
final class NoticeNames {
    /** What is found of an autoscaler, the most telling first, and in a word or two. */
    private static final List<String[]> FINDINGS = List.of(
            new String[] {text("playback.is-in-the-saturation-trap"), text("playback.saturation-trap")},
            new String[] {text("playback.is-flapping"), "flapping"},
            new String[] {text("playback.has-too-few-servers"), text("playback.too-few-servers")},
            new String[] {text("playback.has-too-many-servers"), text("playback.too-many-servers")},
            new String[] {text("playback.is-out-of-the-saturation"), text("playback.out-of-the-trap")},
            new String[] {text("playback.flaps-no-more"), text("playback.flaps-no-more")},
            new String[] {text("playback.had-too-few-servers"), text("playback.servers-enough")},
            new String[] {text("playback.had-too-many-servers"), text("playback.no-more-too-many")});

    private static final Pattern RESIZED = Pattern.compile("(.+) (?:grows|shrinks) from (\\d+) to (\\d+)(?:[:,;].*)?");

    private NoticeNames() {}

    static String of(List<TranscriptLine> notices) {
        for (String[] finding : FINDINGS) {
            if (notices.stream().anyMatch(notice -> notice.text().contains(finding[0]))) {
                return and(finding[1], notices.size() - 1);
            }
        }
        if (notices.size() == 1) {
            return FigureText.sentence(notices.getFirst().text());
        }
        String from = "";
        String name = "";
        for (TranscriptLine notice : notices) {
            Matcher resized = RESIZED.matcher(notice.text());
            if (resized.matches() && (from.isEmpty() || name.startsWith(resized.group(1) + " "))) {
                from = from.isEmpty() ? resized.group(2) : from;
                name = resized.group(1) + " " + from + " → " + resized.group(3);
            }
        }
        return name.isEmpty() ? text("playback.events", notices.size()) : name;
    }

    private static String and(String name, int others) {
        return others == 0 ? name : name + " +" + others;
    }
}
