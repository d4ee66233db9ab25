package roundhouse.exchange.configuration.formats;

import java.util.List;
import java.util.Optional;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.exchange.configuration.ConfigurationImporter;
import roundhouse.exchange.configuration.compose.ComposeImporter;
import roundhouse.exchange.configuration.envoy.EnvoyExporter;
import roundhouse.exchange.configuration.envoy.EnvoyImporter;
import roundhouse.exchange.configuration.haproxy.HaproxyExporter;
import roundhouse.exchange.configuration.haproxy.HaproxyImporter;
import roundhouse.exchange.configuration.nginx.NginxExporter;
import roundhouse.exchange.configuration.nginx.NginxImporter;

/** The languages: a line each. */
public final class ConfigurationFormats {
    private static final List<ConfigurationExporter> EXPORTERS = List.of( //
            new NginxExporter(), //
            new HaproxyExporter(), //
            new EnvoyExporter());

    private static final List<ConfigurationImporter> IMPORTERS = List.of( //
            new NginxImporter(), //
            new HaproxyImporter(), //
            new EnvoyImporter(), //
            new ComposeImporter(ConfigurationFormats::ofBalancers));

    private static List<ConfigurationImporter> ofBalancers() {
        return List.of(new NginxImporter(), new HaproxyImporter(), new EnvoyImporter());
    }

    private ConfigurationFormats() {}

    public static List<ConfigurationExporter> exporters() {
        return EXPORTERS;
    }

    public static List<ConfigurationImporter> importers() {
        return IMPORTERS;
    }

    public static Optional<ConfigurationExporter> exporter(String key) {
        return EXPORTERS.stream().filter(format -> format.key().equals(key)).findFirst();
    }

    public static Optional<ConfigurationImporter> importer(String key) {
        return IMPORTERS.stream().filter(format -> format.key().equals(key)).findFirst();
    }

    public static List<String> exporterKeys() {
        return EXPORTERS.stream().map(ConfigurationExporter::key).toList();
    }

    public static List<String> importerKeys() {
        return IMPORTERS.stream().map(ConfigurationImporter::key).toList();
    }
}
