package roundhouse.exchange.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;

/** No line that says something is dropped in silence: something is told of each, that it is understood or why not. */
class EveryLineToldTest {
    private static final String NGINX = """
            events { worker_connections 1024; }
            http {
                map $request_method $counted {
                    POST $binary_remote_addr;
                    default "";
                }
                limit_req_zone $counted zone=post:10m rate=5r/s;
                split_clients $remote_addr $variant {
                    20% green;
                    * blue;
                }
                upstream blue { server 10.0.0.1:80; }
                upstream green { server 10.0.0.3:80 max_conns=5; }
                # A comment says nothing.
                server {
                    listen 80;
                    location / { proxy_pass http://$variant; }
                    location = /exact { proxy_pass http://green; }
                    location ~ \\.ph[0-9]$ {
                        limit_req zone=post;
                        proxy_pass http://green;
                    }
                    if ($http_kind = bot) {
                        return 403;
                    }
                }
            }
            """;
    private static final String HAPROXY = """
            global
                maxconn 4000
            defaults
                mode http
                timeout connect 5s
            cache small
                max-age 240
            frontend web
                bind :80
                acl api path_beg /api
                acl numbered path_reg ^/v[0-9]+/
                http-request cache-use small
                http-request deny if !api numbered
                use_backend %[req.hdr(host),lower,map(/etc/hosts.map,web)]
                use_backend api if api
                # A comment says nothing.
                default_backend web
            backend api
                balance first
                server a1 10.0.0.1:80 check maxconn 10
            backend web
                balance uri len 10 depth 2
                hash-type consistent
                server c1 10.0.0.4:80
            """;

    private static Imported.Read read(String format) {
        Imported imported = ConfigurationFile.read(
                ConfigurationFormats.importer(format).orElseThrow(), new ConfigurationText(text(format), null), format);
        assertThat(imported).isInstanceOf(Imported.Read.class);
        return (Imported.Read) imported;
    }

    private static String text(String format) {
        return switch (format) {
            case "nginx" -> NGINX;
            case "haproxy" -> HAPROXY;
            default -> resource(format + ".yaml");
        };
    }

    private static String resource(String name) {
        try {
            return Files.readString(Path.of("src", "test", "resources", "configurations", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy", "envoy", "compose"})
    void somethingIsToldOfEachLine(String format) {
        List<String> lines = text(format).lines().toList();
        List<Integer> withMeaning = IntStream.rangeClosed(1, lines.size())
                .filter(line -> !lines.get(line - 1).strip().matches("(#.*|})?"))
                .boxed()
                .toList();
        assertThat(read(format).notes().stream()
                        .flatMap(note ->
                                IntStream.rangeClosed(note.line(), note.last()).boxed())
                        .distinct()
                        .sorted()
                        .toList())
                .isEqualTo(withMeaning);
    }

    /** As {@code 7: why} and {@code 7-9: why}, those that are not understood. */
    private static List<String> missed(String format) {
        return read(format).missed().stream()
                .map(note -> note.line() + (note.last() == note.line() ? "" : "-" + note.last()) + ": " + note.note())
                .toList();
    }

    @Test
    void fieldsWithinFieldsThatAreUnderstoodAreToldOfByThemselves() {
        assertThat(missed("envoy"))
                .contains(
                        "2-4: of the program itself, not of where requests go",
                        "19-21: all chains of a listener are one, and connections are not looked at before",
                        "55: values that change while Envoy runs are not modelled",
                        "61-63: changes requests or answers, whose contents are not modelled",
                        "85-88: rules go by a path with one part of anything",
                        "112: retries are bounded for each request, not at once",
                        "114-115: requests have no priorities here",
                        "122: no part of the model knows this field",
                        "165-171: no route sends anything there; left out")
                .noneMatch(note -> note.startsWith("50:") || note.startsWith("109:"));
        assertThat(missed("compose"))
                .contains(
                        "6-9: about logs",
                        "12: no part of the model knows this field",
                        "14: nothing of the system comes of it",
                        "38-41: how the program is started",
                        "42-46: settings of the program within",
                        "50: there is no such service",
                        "59: memory is modelled for caches only")
                .noneMatch(note -> note.startsWith("56:") || note.startsWith("58:"));
    }

    @Test
    void whatStandsInALocationThatIsNotUnderstoodIsNotEither() {
        assertThat(read("nginx").notes())
                .filteredOn(note -> note.line() >= 19 && note.line() <= 21)
                .hasSize(3)
                .noneMatch(LineNote::understood);
    }
}
