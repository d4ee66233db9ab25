package roundhouse.exchange.configuration.compose;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import roundhouse.exchange.configuration.ConfigurationImporter;
import roundhouse.exchange.configuration.ConfigurationText;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.yaml.YamlText;
import roundhouse.topology.json.Problem;

/** Reads compose files: services become load balancers, servers, caches and databases, by their images. */
public final class ComposeImporter implements ConfigurationImporter {
    private static final Pattern LOOKS = Pattern.compile("(?m)^services:\\s*(#.*)?$");

    private final Supplier<List<ConfigurationImporter>> ofBalancers;

    /** @param ofBalancers whose configurations are read where a service has one mounted */
    public ComposeImporter(Supplier<List<ConfigurationImporter>> ofBalancers) {
        this.ofBalancers = ofBalancers;
    }

    @Override
    public String key() {
        return "compose";
    }

    @Override
    public String title() {
        return "Docker Compose";
    }

    @Override
    public boolean isNamed(String fileName) {
        return fileName.matches("(docker-)?compose([.-].*)?\\.ya?ml");
    }

    @Override
    public boolean looksLike(String text) {
        return LOOKS.matcher(text).find();
    }

    @Override
    public Optional<Problem> read(ConfigurationText text, SystemDraft system) {
        return YamlText.read(
                text.text(), document -> new ComposeSystem(system, text.directory(), ofBalancers.get()).read(document));
    }
}
