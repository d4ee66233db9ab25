package roundhouse.exchange.configuration;

import java.util.List;

/**
 * What came of writing a topology as a configuration.
 *
 * @param text the configuration, with what it cannot say as remarks
 * @param unwritten what it cannot say, in the order of the topology's canonical text
 */
public record Exported(String text, List<Unwritten> unwritten) {
    public Exported {
        unwritten = List.copyOf(unwritten);
    }
}
