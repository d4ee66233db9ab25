package roundhouse.exchange.configuration.nginx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import roundhouse.exchange.configuration.nginx.syntax.Directive;

/** Why a directive is no part of the system: by the beginnings of names, the first that fits. */
final class NginxReasons {
    private static final Map<Pattern, String> REASONS = reasons();

    private NginxReasons() {}

    private static Map<Pattern, String> reasons() {
        Map<Pattern, String> reasons = new LinkedHashMap<>();
        put(reasons, "listen|server_name", "what comes in there is answered without a target");
        put(reasons, "limit_req_zone|limit_conn_zone", "no limit that is understood counts in it");
        put(reasons, "limit_except", "it has no rule of access that is known here");
        put(reasons, "health_check", "checks that NGINX Plus makes are not read");
        put(
                reasons,
                "proxy_connect_timeout|proxy_read_timeout|proxy_timeout|proxy_next_upstream|keepalive_requests|keepalive_time|proxy_cache|limit_|allow|deny",
                "a balancer here has one for all places: what holds for location / of its first server");
        put(
                reasons,
                "events|worker_|user|daemon|master_process|pid|load_module|thread_pool|pcre_jit|lock_file|env|multi_accept|use",
                "how the process runs; workers count for themselves, here the balancer is one");
        put(reasons, "error_log|access_log|log_|open_log", "what is logged changes no request");
        put(
                reasons,
                "gzip|brotli|sendfile|tcp_no|aio|directio|output_buffers|postpone_output|.*_buffer|.*_buffering|.*buffer_size|.*_temp|.*_hash_|open_file|types|default_type|charset|server_tokens|etag|mime",
                "how bytes are sent; requests here have no bytes of their own");
        put(reasons, "http2|http3|quic_|listen_backlog", "versions of HTTP are not modelled");
        put(reasons, "ssl_|listen_ssl", "handshakes have a cost, certificates and ciphers have none of their own");
        put(
                reasons,
                "proxy_set_header|add_header|proxy_hide|proxy_pass_header|proxy_ignore|proxy_cookie|proxy_redirect|proxy_http_version|expires|more_|fastcgi_param|uwsgi_param|grpc_set|include|underscores|ignore_invalid|server_name_in|port_in|absolute_re",
                "headers between client and servers change no pick");
        put(
                reasons,
                "root|alias|index|try_files|autoindex|internal|error_page|error_",
                "files that nginx answers itself are not modelled");
        put(reasons, "return|rewrite|if|set|break", "answers and paths that nginx makes itself are not modelled");
        put(
                reasons,
                "auth_|satisfy|secure_|real_ip|set_real",
                "who a client is is not modelled further than its address");
        put(
                reasons,
                "client_|large_client|send_|reset_|lingering|keepalive_disable|proxy_send|proxy_request|.*send_timeout|resolver",
                "how requests arrive is not modelled in such detail");
        put(reasons, "keepalive.*", "each request to a target has a connection of its own");
        put(
                reasons,
                "map|geo|split_clients|js_|lua_|perl|auth|mirror",
                "what variables and scripts come to is not modelled");
        put(reasons, "mail|imap|pop3|smtp", "mail is not modelled");
        return reasons;
    }

    private static void put(Map<Pattern, String> reasons, String beginnings, String why) {
        reasons.put(Pattern.compile("(" + beginnings + ").*"), why);
    }

    static String of(Directive directive) {
        if (directive.name().equals("server") || directive.name().equals("location")) {
            return "nothing in it leads to a target";
        }
        return REASONS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(directive.name()).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("the model has no counterpart");
    }
}
