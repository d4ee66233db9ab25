package roundhouse.exchange.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.topology.Topology;

/** What holds of every language that goes both ways: export, import and export give the same text. */
public final class ComesBack {
    private ComesBack() {}

    /** @param format a key of {@link ConfigurationFormats} */
    public static void check(String format, Topology topology) {
        ConfigurationExporter exporter = ConfigurationFormats.exporter(format).orElseThrow();
        ConfigurationImporter importer = ConfigurationFormats.importer(format).orElseThrow();
        Exported first = exporter.export(topology);
        Imported back = ConfigurationFile.read(importer, new ConfigurationText(first.text(), null), "x");
        assertThat(back).as(first.text()).isInstanceOf(Imported.Read.class);
        assertThat(((Imported.Read) back).missed()).as(first.text()).isEmpty();
        List<String> was = first.text().lines().toList();
        List<String> then = exporter.export(((Imported.Read) back).topology())
                .text()
                .lines()
                .toList();
        for (int i = 0; i < was.size(); i++) {
            assertThat(i < then.size() ? then.get(i) : "")
                    .as("line %d of%n%s", i + 1, first.text())
                    .isEqualTo(was.get(i));
        }
        assertThat(then).hasSameSizeAs(was);
    }
}
