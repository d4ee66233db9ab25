package roundhouse.exchange.configuration.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.exchange.configuration.Goes;
import roundhouse.exchange.configuration.ImportOf;
import roundhouse.exchange.configuration.Imported;
import roundhouse.topology.Topology;

/** What services become, by their images and by what they say. */
class ComposeImporterTest {
    private static final ImportOf COMPOSE = new ImportOf("compose");

    @Test
    void servicesAreWhatTheirImagesAre() {
        String json = COMPOSE.json("""
                services:
                  lb: { image: "traefik:v3", ports: ["80:80"], depends_on: [web] }
                  web:
                    image: acme/web
                    deploy: { replicas: 3, resources: { limits: { cpus: "1.5", memory: 1g } } }
                    depends_on: { db: { condition: service_healthy }, cache: {} }
                  db: { image: "docker.io/library/postgres:16@sha256:00" }
                  cache: { image: redis, mem_limit: 128m }
                """);
        assertThat(json)
                .contains(
                        "\"id\": \"lb\", \"kind\": \"load-balancer\"",
                        "\"count\": 3, \"cores\": 2",
                        "\"cache\": \"cache\", \"store\": \"db\"",
                        "\"id\": \"db\", \"kind\": \"database\"",
                        "\"capacity\": \"128MiB\"",
                        "\"from\": \"lb\", \"to\": \"web\"");
    }

    @Test
    void aPublishedServiceHasABalancerThatChecksAsDockerDoes() {
        assertThat(COMPOSE.json("""
                services:
                  web:
                    image: acme/web
                    scale: 2
                    ports: ["80:80"]
                    healthcheck: { interval: 1m30s, timeout: 10s, retries: 5 }
                """)).contains("\"interval\": \"90s\", \"timeout\": \"10s\", \"fall\": 5, \"rise\": 1");
    }

    @Test
    void keysThatAreNotModelledAreToldWithTheirLines() {
        assertThat(COMPOSE.missed("services:\n  a:\n    image: x\n    restart: always\nvolumes:\n  d: {}\n"))
                .containsExactly(4, 5);
    }

    @Test
    void traefikFindsServicesByTheirLabels() {
        String text = """
                services:
                  edge: { image: "traefik:v3", ports: ["80:80"] }
                  web:
                    image: acme/web
                    deploy: { replicas: 2 }
                    labels:
                      - traefik.enable=true
                      - traefik.http.routers.web.rule=Host(`shop.example`) || Host(`x.io`)
                      - traefik.http.services.web.loadbalancer.server.port=8000
                  api:
                    image: acme/api
                    labels:
                      traefik.http.routers.api.rule: "Host(`shop.example`) && (PathPrefix(`/api`))"
                      team: api
                  hidden:
                    image: acme/hidden
                    labels: [ "traefik.http.routers.x.rule=Host(`x`)", traefik.enable=false ]
                """;
        Topology topology = COMPOSE.well(text).topology();
        assertThat(Goes.in(topology).pools("shop.example/ x.io/x shop.example/api/x x.io/api"))
                .containsExactly("web", "web", "api", "web");
        assertThat(topology.link("edge", "hidden")).isEmpty();
        assertThat(COMPOSE.missed(text)).containsExactly(9, 14, 17);
    }

    @Test
    void aBalancerThatNamesNobodySendsToAllThatNobodyAsks() {
        Topology topology = COMPOSE.well("""
                services:
                  edge: { image: caddy, ports: ["80:80"] }
                  web: { image: acme/web, depends_on: [api] }
                  docs: { image: acme/docs }
                  api: { image: acme/api, scale: 2 }
                """).topology();
        assertThat(topology.linksFrom("edge")).extracting("to").containsExactly("web", "docs");
        assertThat(topology.linksFrom("web")).extracting("to").containsExactly("to-api");
        assertThat(topology.linksFrom("to-api")).extracting("to").containsExactly("api");
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String alias = "*a" + (i - 1);
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, alias))));
        }
        assertThat(COMPOSE.read(bomb + "services: { a: { image: *a8 } }\n"))
                .isInstanceOfSatisfying(
                        Imported.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .contains("200,000"));
        for (String text :
                List.of("", "services:", "a: [", "services: &s { a: *s }", "!!javax.script.ScriptEngineManager []")) {
            assertThat(COMPOSE.read(text)).isInstanceOf(Imported.Refused.class);
        }
    }
}
