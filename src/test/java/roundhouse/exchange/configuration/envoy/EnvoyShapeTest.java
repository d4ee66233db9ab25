package roundhouse.exchange.configuration.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.extensions.access_loggers.stream.v3.StdoutAccessLog;
import io.envoyproxy.envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import roundhouse.exchange.configuration.ComesBack;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exported configurations are messages of Envoy's published API v3: every field is one of the message that it stands in, of its type.
 * Envoy's own messages read them, as the project's control plane for Java 1.0.49 has them, and refuse what they do not know.
 */
class EnvoyShapeTest {
    private static final TypeRegistry EXTENSIONS = TypeRegistry.newBuilder()
            .add(List.of(
                    HttpConnectionManager.getDescriptor(),
                    Router.getDescriptor(),
                    LocalRateLimit.getDescriptor(),
                    TcpProxy.getDescriptor(),
                    PreviousHostsPredicate.getDescriptor(),
                    TlsInspector.getDescriptor(),
                    DownstreamTlsContext.getDescriptor(),
                    StdoutAccessLog.getDescriptor()))
            .build();

    private static Bootstrap bootstrap(String yaml) throws InvalidProtocolBufferException {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        Bootstrap.Builder bootstrap = Bootstrap.newBuilder();
        JsonFormat.parser()
                .usingTypeRegistry(EXTENSIONS)
                .merge(JsonMapper.shared().writeValueAsString(document), bootstrap);
        return bootstrap.build();
    }

    static Stream<Topology> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(path -> path.toString().endsWith(".json")).sorted().toList().stream()
                    .map(TopologyFile::read)
                    .filter(ReadResult.Read.class::isInstance)
                    .map(read -> ((ReadResult.Read) read).topology())
                    .filter(topology -> new EnvoyExporter().refusal(topology).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void exportsAreMessagesOfEnvoy(Topology topology) throws InvalidProtocolBufferException {
        Bootstrap bootstrap = bootstrap(new EnvoyExporter().export(topology).text());
        assertThat(bootstrap.getStaticResources().getListenersList())
                .hasSameSizeAs(ConfigurationExporter.balancers(topology))
                .allSatisfy(listener -> assertThat(listener.getFilterChains(0).getFiltersCount())
                        .isOne());
        assertThat(bootstrap.getStaticResources().getClustersList())
                .isNotEmpty()
                .allSatisfy(cluster -> assertThat(cluster.getLoadAssignment().getEndpointsList())
                        .isNotEmpty());
    }

    /** A limit of a route stands at the route, and the filter that asks it before. */
    @Test
    void limitsOfRoutesAreMessagesToo() throws IOException {
        Topology topology = ((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "name": "T", "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "1/s" } },
                    { "id": "lb", "kind": "load-balancer",
                      "rules": [ { "path": "/login", "method": "POST", "pool": "default" } ],
                      "limits": [ { "type": "token-bucket", "per": "all", "rate": "5/s", "intervally": true, "methods": "POST", "path": "/login" } ] },
                    { "id": "s", "kind": "server", "service": "1ms" } ],
                  "links": [ { "from": "users", "to": "lb", "latency": "1ms" }, { "from": "lb", "to": "s", "latency": "1ms" } ] }
                """)).topology();
        Any config = bootstrap(new EnvoyExporter().export(topology).text())
                .getStaticResources()
                .getListeners(0)
                .getFilterChains(0)
                .getFilters(0)
                .getTypedConfig();
        HttpConnectionManager manager = config.unpack(HttpConnectionManager.class);
        assertThat(manager.getHttpFiltersCount()).isEqualTo(2);
        Any own = manager.getRouteConfig()
                .getVirtualHosts(0)
                .getRoutes(0)
                .getTypedPerFilterConfigOrThrow("envoy.filters.http.local_ratelimit");
        assertThat(own.unpack(LocalRateLimit.class).getTokenBucket().getMaxTokens())
                .isEqualTo(5);
        ComesBack.check("envoy", topology);
    }

    @Test
    void aFieldThatNoMessageHasIsRefused() {
        assertThatThrownBy(() -> bootstrap("static_resources: { clusters: [ { name: c, lb_polici: RANDOM } ] }"))
                .isInstanceOf(InvalidProtocolBufferException.class)
                .hasMessageContaining("lb_polici");
        assertThatThrownBy(() -> bootstrap("""
                static_resources: { listeners: [ { filter_chains: [ { filters: [ { typed_config: {
                  "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy, clusters: c } } ] } ] } ] }
                """)).hasMessageContaining("clusters");
    }

    /** What the test of the import reads is a configuration of Envoy too. */
    @Test
    void whatIsImportedElsewhereIsOne() throws IOException {
        Bootstrap bootstrap =
                bootstrap(Files.readString(Path.of("src", "test", "resources", "configurations", "envoy.yaml")));
        Any config = bootstrap
                .getStaticResources()
                .getListeners(0)
                .getFilterChains(0)
                .getFilters(0)
                .getTypedConfig();
        Message manager = config.unpack(HttpConnectionManager.class);
        assertThat(manager.toString()).contains("regex", "path_redirect");
    }
}
