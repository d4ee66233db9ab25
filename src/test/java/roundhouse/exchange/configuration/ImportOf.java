package roundhouse.exchange.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.topology.files.TopologyFile;

/**
 * What comes of texts of one language.
 *
 * @param format a key of {@link ConfigurationFormats}
 */
public record ImportOf(String format) {
    public Imported read(String text) {
        return ConfigurationFile.read(
                ConfigurationFormats.importer(format).orElseThrow(), new ConfigurationText(text, null), "x");
    }

    /** Of a text that can be read. */
    public Imported.Read well(String text) {
        Imported imported = read(text);
        assertThat(imported).isInstanceOf(Imported.Read.class);
        return (Imported.Read) imported;
    }

    /** The system's file, its white space as one blank. */
    public String json(String text) {
        return TopologyFile.format(well(text).topology()).replaceAll("\\s+", " ");
    }

    /** The lines of which something was not understood. */
    public List<Integer> missed(String text) {
        return well(text).missed().stream().map(LineNote::line).distinct().toList();
    }
}
