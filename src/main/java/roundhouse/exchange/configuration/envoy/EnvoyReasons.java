package roundhouse.exchange.configuration.envoy;

import java.util.List;
import java.util.Map;
import roundhouse.exchange.configuration.WordReasons;

/** Why fields of Envoy's messages are not understood, where a reader knows nothing better. */
final class EnvoyReasons {
    private static final Map<String, String> FIELDS = WordReasons.byWord(Map.ofEntries(
            Map.entry(
                    "of the program itself, not of where requests go",
                    List.of(
                            "admin",
                            "node",
                            "layered_runtime",
                            "overload_manager",
                            "watchdogs",
                            "bootstrap_extensions")),
            Map.entry(
                    "only what stands in the file itself is read",
                    List.of("dynamic_resources", "rds", "eds_cluster_config", "scoped_routes", "cluster_type")),
            Map.entry(
                    "about logs and traces",
                    List.of(
                            "access_log",
                            "tracing",
                            "track_remaining",
                            "stats_config",
                            "stats_sinks",
                            "generate_request_id",
                            "alt_stat_name")),
            Map.entry(
                    "versions of HTTP are not modelled",
                    List.of(
                            "codec_type",
                            "http_protocol_options",
                            "http2_protocol_options",
                            "http3_protocol_options",
                            "typed_extension_protocol_options",
                            "upgrade_configs",
                            "codec_client_type")),
            Map.entry(
                    "names of targets are not looked up",
                    List.of(
                            "dns_lookup_family",
                            "dns_refresh_rate",
                            "dns_resolvers",
                            "respect_dns_ttl",
                            "typed_dns_resolver_config",
                            "dns_failure_refresh_rate")),
            Map.entry(
                    "changes requests or answers, whose contents are not modelled",
                    List.of(
                            "prefix_rewrite",
                            "regex_rewrite",
                            "host_rewrite_literal",
                            "host_rewrite_header",
                            "auto_host_rewrite",
                            "request_headers_to_add",
                            "request_headers_to_remove",
                            "response_headers_to_add",
                            "response_headers_to_remove",
                            "cors",
                            "server_name",
                            "use_remote_address",
                            "xff_num_trusted_hops",
                            "normalize_path",
                            "merge_slashes",
                            "strip_any_host_port",
                            "strip_matching_host_port",
                            "skip_xff_append",
                            "via",
                            "preserve_external_request_id")),
            Map.entry(
                    "redirects and direct answers are not modelled",
                    List.of("redirect", "direct_response", "local_reply_config", "require_tls")),
            Map.entry(
                    "values that change while Envoy runs are not modelled", List.of("runtime_key", "runtime_fraction")),
            Map.entry(
                    "a request is given to a target again at once",
                    List.of("retry_back_off", "rate_limited_retry_back_off")),
            Map.entry("retries are bounded for each request, not at once", List.of("retry_budget")),
            Map.entry(
                    "two targets are drawn, and the one with fewer requests gets it",
                    List.of("enable_full_scan", "active_request_bias", "selection_method")),
            Map.entry("a target's share grows evenly in slow start", List.of("aggression", "min_weight_percent")),
            Map.entry(
                    "weights of localities are not modelled; targets of all are picked alike",
                    List.of("locality_weighted_lb_config")),
            Map.entry(
                    "a request counts for itself, not by what is known of it",
                    List.of("descriptors", "rate_limits", "rate_limit")),
            Map.entry("words for other programs", List.of("hostname", "metadata", "typed_metadata", "filter_metadata")),
            Map.entry(
                    "which certificates and ciphers is not modelled",
                    List.of("common_tls_context", "require_client_certificate", "sni", "transport_socket_matches")),
            Map.entry(
                    "only a connection's life without requests, its age and its requests are modelled",
                    List.of(
                            "stream_idle_timeout",
                            "request_timeout",
                            "request_headers_timeout",
                            "drain_timeout",
                            "max_stream_duration",
                            "delayed_close_timeout")),
            Map.entry(
                    "all chains of a listener are one, and connections are not looked at before",
                    List.of("filter_chain_match", "listener_filters", "default_filter_chain", "use_proxy_proto")),
            Map.entry(
                    "sizes are not modelled",
                    List.of("per_connection_buffer_limit_bytes", "max_request_headers_kb", "max_request_bytes")),
            Map.entry(
                    "each request to a target has a connection of its own here",
                    List.of(
                            "upstream_connection_options",
                            "common_http_protocol_options",
                            "max_requests_per_connection",
                            "preconnect_policy",
                            "close_connections_on_host_health_failure",
                            "max_connection_pools"))));

    private EnvoyReasons() {}

    static Map<String, String> byField() {
        return FIELDS;
    }
}
