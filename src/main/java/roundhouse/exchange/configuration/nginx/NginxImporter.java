package roundhouse.exchange.configuration.nginx;

import java.util.Optional;
import java.util.regex.Pattern;
import roundhouse.exchange.configuration.ConfigurationImporter;
import roundhouse.exchange.configuration.ConfigurationText;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.nginx.syntax.NginxParser;
import roundhouse.exchange.configuration.nginx.syntax.NginxSyntaxException;
import roundhouse.topology.json.Problem;

/** Reads configurations of nginx, by the documentation of 1.22. */
public final class NginxImporter implements ConfigurationImporter {
    private static final Pattern LOOKS = Pattern.compile(
            "(?m)^\\s*(http|stream|events|upstream\\s+\\S+|server|location\\s+\\S+.*)\\s*\\{|^\\s*proxy_pass\\s+\\S+\\s*;");

    @Override
    public String key() {
        return "nginx";
    }

    @Override
    public String title() {
        return "nginx";
    }

    @Override
    public boolean isNamed(String fileName) {
        return (fileName.startsWith("nginx") && !fileName.endsWith(".json")) || fileName.endsWith(".nginx");
    }

    @Override
    public boolean looksLike(String text) {
        return LOOKS.matcher(text).find();
    }

    @Override
    public Optional<Problem> read(ConfigurationText text, SystemDraft system) {
        try {
            return new NginxSystem(system, text.text()).read(NginxParser.parse(text.text(), ""), text.directory());
        } catch (NginxSyntaxException e) {
            return Optional.of(e.problem());
        }
    }
}
