package roundhouse.exchange.configuration.compose;

import java.util.Locale;
import java.util.Map;

/** What a service is, by the image that it runs. */
enum ImageKind {
    BALANCER,
    CACHE,
    DATABASE,
    SERVER;

    private static final Map<String, ImageKind> KNOWN = Map.ofEntries(
            Map.entry("nginx", BALANCER),
            Map.entry("haproxy", BALANCER),
            Map.entry("traefik", BALANCER),
            Map.entry("envoy", BALANCER),
            Map.entry("caddy", BALANCER),
            Map.entry("redis", CACHE),
            Map.entry("valkey", CACHE),
            Map.entry("keydb", CACHE),
            Map.entry("memcached", CACHE),
            Map.entry("varnish", CACHE),
            Map.entry("postgres", DATABASE),
            Map.entry("postgresql", DATABASE),
            Map.entry("postgis", DATABASE),
            Map.entry("mysql", DATABASE),
            Map.entry("mariadb", DATABASE),
            Map.entry("mongo", DATABASE),
            Map.entry("mongodb", DATABASE),
            Map.entry("cassandra", DATABASE),
            Map.entry("scylla", DATABASE),
            Map.entry("cockroach", DATABASE),
            Map.entry("couchdb", DATABASE),
            Map.entry("elasticsearch", DATABASE),
            Map.entry("etcd", DATABASE),
            Map.entry("mssql", DATABASE));

    /** @param image {@code registry/owner/name:tag@digest} */
    static ImageKind of(String image) {
        String name = name(image);
        ImageKind whole = KNOWN.get(name);
        if (whole != null) {
            return whole;
        }
        for (String part : name.split("[-_]", -1)) {
            ImageKind kind = KNOWN.get(part);
            if (kind != null && !name.contains("exporter") && !name.contains("admin")) {
                return kind;
            }
        }
        return SERVER;
    }

    private static String name(String image) {
        String last = image.substring(image.lastIndexOf('/') + 1);
        return last.replaceAll("[:@].*", "").toLowerCase(Locale.ROOT);
    }
}
