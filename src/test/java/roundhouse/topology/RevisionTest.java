package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

class RevisionTest {
    private static final Topology BEFORE = read(Path.of("samples", "consistent-hashing.json"));

    private static Topology read(Path file) {
        try {
            return ((ReadResult.Read) TopologyFile.parse(Files.readString(file))).topology();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<Path> samples() throws java.io.IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static Topology reweighted(Topology topology, String server, int weight) {
        return topology.with(topology.link("lb-1", server).orElseThrow().weighted(weight));
    }

    private static List<String> ids(Topology topology) {
        return topology.nodes().stream().map(Node::id).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatRunsAsTheDocumentSaysBecomesTheNewDocument(Path file) {
        Topology before = read(file);
        Topology after =
                Deletion.of(before, Set.of(before.nodes().getLast().id())).named("Another", "");
        assertThat(new Revision(before, after).of(before)).isEqualTo(after);
        assertThat(new Revision(after, before).of(after)).isEqualTo(before);
    }

    @Test
    void whatTheRunHasRemovedStaysAway() {
        Topology running = Deletion.of(BEFORE, Set.of("s3"));
        Topology next = new Revision(BEFORE, reweighted(BEFORE, "s1", 5)).of(running);
        assertThat(ids(next)).containsExactly("clients", "lb-1", "s1", "s2", "s4", "s5");
        assertThat(next.link("lb-1", "s1").orElseThrow().weight()).isEqualTo(5);
        assertThat(next.link("lb-1", "s3")).isEmpty();
    }

    @Test
    void whatTheRunHasAddedStays() {
        Node added = BEFORE.node("s5").orElseThrow().renamed("s6");
        Topology running =
                BEFORE.with(added).with(BEFORE.link("lb-1", "s5").orElseThrow().between("lb-1", "s6"));
        Topology next = new Revision(BEFORE, Deletion.of(BEFORE, Set.of("s2"))).of(running);
        assertThat(ids(next)).containsExactly("clients", "lb-1", "s1", "s3", "s4", "s5", "s6");
        assertThat(next.link("lb-1", "s6")).isPresent();
        assertThat(new Revision(BEFORE, Deletion.of(BEFORE, Set.of("lb-1")))
                        .of(running)
                        .links())
                .as("a link has both its ends")
                .isEmpty();
    }

    @Test
    void ofANodeThatTheRunHasChangedOnlyWhatThePersonChangedIsOther() {
        Server was = (Server) BEFORE.node("s1").orElseThrow();
        Topology running = BEFORE.with(was.with(Server.CORES, 16));
        Topology next = new Revision(BEFORE, BEFORE.with(was.with(Server.QUEUE, 7))).of(running);
        Server s1 = (Server) next.node("s1").orElseThrow();
        assertThat(s1.cores()).isEqualTo(16);
        assertThat(s1.queue()).isEqualTo(7);
    }

    @Test
    void ofALinkToo() {
        Topology running = reweighted(BEFORE, "s2", 9);
        Topology next = new Revision(BEFORE, reweighted(BEFORE, "s1", 5)).of(running);
        assertThat(next.link("lb-1", "s1").orElseThrow().weight()).isEqualTo(5);
        assertThat(next.link("lb-1", "s2").orElseThrow().weight()).isEqualTo(9);
    }

    @Test
    void anEditOfWhatIsGoneChangesNothing() {
        Topology running = Deletion.of(BEFORE, Set.of("s3"));
        Topology after = BEFORE.with(((Server) BEFORE.node("s3").orElseThrow()).with(Server.CORES, 2));
        assertThat(new Revision(BEFORE, after).of(running).nodes()).isEqualTo(running.nodes());
    }

    @Test
    void aStoreHasTheMembersThatTheRunHasLeft() {
        Topology shop = ShopDocument.SHOP;
        Revision rename = new Revision(shop, shop.named("Another", ""));
        assertThat(rename.of(Deletion.leavingCalls(shop, Set.of("db-a")))
                        .stores()
                        .getFirst()
                        .members())
                .containsExactly("db-b", "db-c");
        assertThat(rename.of(Deletion.leavingCalls(shop, Set.of("db-a", "db-b", "db-c")))
                        .stores())
                .isEmpty();
    }
}
