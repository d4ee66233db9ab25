package roundhouse.exchange.configuration.envoy;

import java.util.Optional;
import java.util.regex.Pattern;
import roundhouse.exchange.configuration.ConfigurationImporter;
import roundhouse.exchange.configuration.ConfigurationText;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.yaml.YamlText;
import roundhouse.topology.json.Problem;

/** Reads static configurations of Envoy in YAML or JSON, by API v3. */
public final class EnvoyImporter implements ConfigurationImporter {
    private static final Pattern LOOKS = Pattern.compile("(?m)^static_resources:");

    @Override
    public String key() {
        return "envoy";
    }

    @Override
    public String title() {
        return "Envoy";
    }

    @Override
    public boolean isNamed(String fileName) {
        return fileName.matches("envoy.*\\.ya?ml");
    }

    @Override
    public boolean looksLike(String text) {
        return LOOKS.matcher(text).find();
    }

    @Override
    public Optional<Problem> read(ConfigurationText text, SystemDraft system) {
        return YamlText.read(text.text(), document -> new EnvoySystem(system, Remarks.of(text.text())).read(document));
    }
}
