package roundhouse.exchange.configuration.envoy;

import java.util.Map;
import java.util.Set;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.yaml.Yaml;

/** Tells what became of each field of a message. */
final class EnvoyTold {
    private static final String OPERATION = "of the program itself, not of where requests go";
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("admin", OPERATION),
            Map.entry("node", OPERATION),
            Map.entry("layered_runtime", OPERATION),
            Map.entry("dynamic_resources", "only what stands in the file itself is read"),
            Map.entry("access_log", "about logs"),
            Map.entry("stat_prefix", "a name in statistics"),
            Map.entry("codec_type", "versions of HTTP are not modelled"),
            Map.entry("http2_protocol_options", "versions of HTTP are not modelled"),
            Map.entry("typed_extension_protocol_options", "versions of HTTP are not modelled"),
            Map.entry("dns_lookup_family", "names of targets are not looked up"),
            Map.entry("eds_cluster_config", "only endpoints that stand in the file are read"),
            Map.entry("metadata", "words for other programs"),
            Map.entry("prefix_rewrite", "changes requests, whose contents are not modelled"),
            Map.entry("regex_rewrite", "changes requests, whose contents are not modelled"),
            Map.entry("host_rewrite_literal", "changes requests, whose contents are not modelled"));

    private final SystemDraft system;

    EnvoyTold(SystemDraft system) {
        this.system = system;
    }

    /** Those fields are understood, all others are not. */
    void fields(Yaml message, Set<String> understood, String became) {
        message.fields().forEach((key, value) -> {
            String text = value.text().isEmpty() ? key : key + ": " + value.text();
            if (key.equals("@type")) {
                return;
            }
            if (understood.contains(key)) {
                system.understood(value.line(), text, became);
            } else {
                system.missed(value.line(), text, REASONS.getOrDefault(key, "no part of the model knows this field"));
            }
        });
    }

    void missed(Yaml value, String text, String why) {
        system.missed(value.line(), text, why);
    }

    void understood(Yaml value, String text, String became) {
        system.understood(value.line(), text, became);
    }
}
