package roundhouse.exchange.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;

/** Configurations of the kind that people have, with the files that they name. */
public class FieldConfigurationsTest {
    private static final Path ALL = Path.of("src", "test", "resources", "configurations");

    public static Stream<Path> files() {
        return Stream.of("nginx-shop/nginx.conf", "haproxy-edge/haproxy.cfg", "compose-shop/compose.yaml", "envoy.yaml")
                .map(ALL::resolve);
    }

    public static Topology topology(Path file) {
        return read(file).topology();
    }

    private static Imported.Read read(Path file) {
        Imported imported = ConfigurationFile.read(file);
        assertThat(imported).isInstanceOf(Imported.Read.class);
        return (Imported.Read) imported;
    }

    private static Imported.Read read(String name) {
        return read(ALL.resolve(name));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatWasImportedComesBackInEveryLanguage(Path file) {
        ConfigurationFormats.exporterKeys().forEach(format -> ComesBack.check(format, topology(file)));
    }

    /** What is assumed of the clients shows all of the system at work. */
    @ParameterizedTest
    @MethodSource("files")
    void somethingComesToEachPool(Path file) {
        Topology topology = topology(file);
        Clients clients = topology.nodes().stream()
                .filter(Clients.class::isInstance)
                .map(Clients.class::cast)
                .findFirst()
                .orElseThrow();
        String entrance = topology.linksFrom(clients.id()).getFirst().to();
        assertThat(clients.requests().stream().map(share -> Goes.in(topology).pool(share.kind())))
                .containsExactlyInAnyOrderElementsOf(topology.linksFrom(entrance).stream()
                        .map(Link::pool)
                        .distinct()
                        .toList());
    }

    @Test
    void locationsMapsAndSplitsOfAShop() {
        Imported.Read read = read("nginx-shop/nginx.conf");
        assertThat(
                        Goes.in(read.topology())
                                .pools(
                                        "/ /images/x.css /theme/x.css /api/x /rest/x /checkout/ api.shop.example/images/ /admin/x"))
                .containsExactly("default", "images", "images", "api", "api", "checkout", "api", "default");
        assertThat(read.topology().linksFrom("checkout-split"))
                .extracting("to", "weight")
                .containsExactly(tuple("checkout_new", 1), tuple("checkout", 19));
        assertThat(missed(read))
                .contains("listen 80 default_server", "keepalive 32")
                .doesNotContain("location ~* \\.(css|js|woff2)$");
    }

    @Test
    void aclsMapsAndCachesOfAnEdge() {
        Imported.Read read = read("haproxy-edge/haproxy.cfg");
        assertThat(Goes.in(read.topology())
                        .pools("/ /api/x m.example/api/x /img/x blog.example/ pictures.example/ m.example/img/x"))
                .containsExactly("default", "api", "default", "pictures", "blog", "pictures", "pictures");
        assertThat(read.topology().node("stats")).isEmpty();
        assertThat(missed(read)).contains("resolvers", "timeout tunnel 1h").doesNotContain("balance first");
    }

    @Test
    void whatAServiceHasMountedIsToldOfToo() {
        Imported.Read read = read("compose-shop/compose.yaml");
        assertThat(Goes.in(read.topology()).pools("/ /api/x")).containsExactly("default", "api");
        assertThat(read.notes())
                .filteredOn(note -> note.file().equals("proxy/nginx.conf"))
                .extracting(LineNote::line)
                .contains(4, 11, 15);
        assertThat(read.topology().node("api").orElseThrow().toString()).contains("count=2");
    }

    private static List<String> missed(Imported.Read read) {
        return read.missed().stream().map(LineNote::text).toList();
    }
}
