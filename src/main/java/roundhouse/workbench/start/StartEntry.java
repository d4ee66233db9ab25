package roundhouse.workbench.start;

import java.time.Duration;
import roundhouse.topology.Topology;

/**
 * Something on the start page that can be opened.
 *
 * @param file its name below the samples: {@code templates/web-shop.json}
 * @param toTry what to try with it, a line each with "- " before it; empty where its description says so
 */
public record StartEntry(String file, Topology topology, String toTry) {
    /** By then traffic is everywhere. */
    private static final Duration TRAFFIC = Duration.ofSeconds(8);
    /** What breaks shows so long after it broke. */
    private static final Duration AFTER = Duration.ofSeconds(3);
    /** A picture is not worth a longer run than this. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    /** What its picture shows, simulated nanoseconds: what breaks where something soon does, else traffic. */
    public long momentNanos() {
        return topology.scenario().stream()
                .map(command -> command.at().plus(AFTER))
                .filter(at -> at.compareTo(LONGEST) <= 0)
                .findFirst()
                .orElse(TRAFFIC)
                .toNanos();
    }

    /** Whether these words are in its title or description, upper case or lower. */
    boolean has(String words) {
        String text = (topology.name() + " " + topology.description()).toLowerCase(java.util.Locale.ROOT);
        return words.toLowerCase(java.util.Locale.ROOT)
                .lines()
                .flatMap(line -> java.util.stream.Stream.of(line.trim().split(" +")))
                .allMatch(text::contains);
    }
}
